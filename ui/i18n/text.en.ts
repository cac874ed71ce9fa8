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
  longerLive: "Much longer than before: it will run wider.",
  live: (i: number) => `Text ${i} as live text`,
  liveOn: "Comes as live text over the clean background.",
  box: (i: number) => `Correct the box of text ${i}`,
  boxKeys: (i: number) =>
    `Box of text ${i}. Arrow keys move it, with Alt they resize it, with Shift by ten pixels. Delete removes it, Enter is done.`,
  addBox: "Add a box",
  dragNow: "Drag around the text.",
  inTheMiddle: "In the middle",
  stop: "Cancel",
  readAgain: "Read again",
  removeBox: "Delete box",
  done: "Done",
  reading: "Reading…",
  readNothing: "Nothing could be read here. Move the box or delete it.",
};

export type TextWords = typeof textEn;
