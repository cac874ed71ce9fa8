import type { InstructWords } from "./instruct.en.ts";

export const instructZhCn: InstructWords = {
  instruction: "指令",
  placeholder: "把“新品上市”改为“年度热销”，字体变为金色",
  instructionHint: "中文、英文或混合",
  tooLong: (n, advice) => `${n} 个字符，${advice} 个以内效果最好。`,
  reading: "正在理解…",
  understood: "理解为",
  question: "请确认",
  nothing: "请写一条指令。",
  answerFirst: "请先回答上面的问题。",
};
