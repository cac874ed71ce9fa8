/** Navigation and settings. */
export const shellEn = {
  screens: "Screens",
  screen: { text: "Text", instruct: "Instruct", variants: "Variants", settings: "Settings" },
  settings: {
    connection: "Companion",
    connectionLead: "Edits run on your own computer, in the companion.",
    token: "Another token",
    language: "Language",
  },
};

export type ShellWords = typeof shellEn;
