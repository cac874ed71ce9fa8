/** The screens a person can go to, in the order they are offered. `work` screens are tabs, `desk` screens icons beside the status. */
export const WORK_SCREENS = ["text", "instruct", "variants", "localise"] as const;
export const DESK_SCREENS = ["batch", "history", "settings"] as const;
export type Screen = (typeof WORK_SCREENS)[number] | (typeof DESK_SCREENS)[number];

export const SCREENS: readonly Screen[] = [...WORK_SCREENS, ...DESK_SCREENS];

/** The screen a command of the plugin's menu is named after; `undefined` for those that just open the panel. */
export const screenOf = (command: string | undefined): Screen | undefined => SCREENS.find((screen) => screen === command);
