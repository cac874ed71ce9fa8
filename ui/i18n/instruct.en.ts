/** The Instruct screen. */
export const instructEn = {
  instruction: "Instruction",
  placeholder: "Make “SALE” gold and larger",
  instructionHint: "English, Chinese, or both",
  tooLong: (n: number, advice: number) => `${n} characters. Up to ${advice} work best.`,
  reading: "Reading…",
  understood: "Understood",
  question: "A question",
  nothing: "Write an instruction.",
  answerFirst: "Answer the question first.",
};

export type InstructWords = typeof instructEn;
