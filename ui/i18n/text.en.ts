/** The Text screen. */
export const textEn = {
  texts: "Text",
  found: (n: number) => `${n} found`,
  noTexts: "No text was found in this layer. Under Instruct you can say what to change.",
  row: (i: number, text: string) => `Text ${i}: ${text}`,
  was: "was",
  removes: "will be removed",
  longer: "Much longer than before: it will be set smaller.",
  unsure: "Unsure",
  unsureHelp: (percent: number) => `Read with ${percent} % confidence. Check the wording.`,
  revert: (text: string) => `Revert to “${text}”`,
  revertAll: "Revert all",
  changed: (n: number) => `${n} changed`,
};

export type TextWords = typeof textEn;
