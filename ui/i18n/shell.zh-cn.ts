import type { ShellWords } from "./shell.en.ts";

export const shellZhCn: ShellWords = {
  screens: "页面",
  screen: { text: "文字", instruct: "指令", variants: "变体", settings: "设置" },
  settings: {
    connection: "本地服务",
    connectionLead: "编辑在您自己电脑上的本地服务中完成。",
    token: "更换令牌",
    language: "语言",
  },
};
