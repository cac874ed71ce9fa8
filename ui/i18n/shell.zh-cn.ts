import type { ShellWords } from "./shell.en.ts";

export const shellZhCn: ShellWords = {
  screens: "页面",
  screen: { text: "文字", instruct: "指令", variants: "变体", localise: "本地化", batch: "批量", history: "历史", settings: "设置" },
  settings: {
    connection: "本地服务",
    connectionLead: "编辑在您自己电脑上的本地服务中完成。",
    token: "更换令牌",
    language: "语言",
    engines: "引擎",
    ready: "可用",
    notReady: "未设置",
    local: "在本机",
    away: "在别处",
    mayLeave: (host) => `允许把图片发送到 ${host}`,
    seconds: (s) => `每次约 ${s} 秒`,
    price: (amount, currency) => `每次约 ${amount} ${currency}`,
    free: "免费",
  },
};
