/** Navigation and settings. */
export const shellEn = {
  screens: "Screens",
  screen: {
    text: "Text",
    instruct: "Instruct",
    variants: "Variants",
    localise: "Localise",
    batch: "Batch",
    history: "History",
    settings: "Settings",
  },
  settings: {
    connection: "Companion",
    connectionLead: "Edits run on your own computer, in the companion.",
    token: "Another token",
    language: "Language",
    engines: "Engines",
    ready: "ready",
    notReady: "not set up",
    local: "on this machine",
    away: "elsewhere",
    mayLeave: (host: string) => `Pictures may be sent to ${host}`,
    seconds: (s: number) => `about ${s} s an edit`,
    price: (amount: number, currency: string) => `about ${amount} ${currency} an edit`,
    free: "free",
  },
};

export type ShellWords = typeof shellEn;
