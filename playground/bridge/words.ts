const EN = {
  language: "en",
  orphan: {
    title: "Open this from the plugin",
    lead: "This window is a bridge of the Emend plugin. Press “Connect through a window” there.",
  },
  waiting: { title: "Waiting for the plugin", lead: "Go back to Figma; the plugin connects by itself." },
  connected: {
    title: "Connected",
    lead: "The plugin reaches the companion through this window. Keep it open while you work; closing it disconnects.",
  },
};

const ZH_CN: typeof EN = {
  language: "zh-CN",
  orphan: { title: "请从插件中打开", lead: "此窗口是 Emend 插件的连接桥。请在插件中点击“通过窗口连接”。" },
  waiting: { title: "正在等待插件", lead: "请回到 Figma，插件会自动连接。" },
  connected: { title: "已连接", lead: "插件正通过此窗口访问本地服务。使用期间请保持打开；关闭窗口即断开连接。" },
};

/** The words of the bridge's page in the browser's language. */
export const bridgeWords = (language: string): typeof EN => (language.toLowerCase().startsWith("zh") ? ZH_CN : EN);
