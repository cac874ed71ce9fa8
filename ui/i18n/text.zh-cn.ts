import type { TextWords } from "./text.en.ts";

export const textZhCn: TextWords = {
  texts: "文字",
  found: (n) => `${n} 处`,
  noTexts: "这个图层中没有识别到文字。可以在“指令”中说明要改什么。",
  row: (i, text) => `文字 ${i}：${text}`,
  was: "原为",
  removes: "将被删除",
  longer: "比原来长很多：字号会缩小。",
  unsure: "不确定",
  unsureHelp: (percent) => `识别置信度 ${percent}%，请核对文字。`,
  revert: (text) => `恢复为“${text}”`,
  revertAll: "全部恢复",
  changed: (n) => `已改 ${n} 处`,
};
