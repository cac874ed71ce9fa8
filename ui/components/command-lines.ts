/** What a person types to start the companion from its folder, or where it is installed as a command. */
export const START_LINE = "npm start";
export const START_LINE_INSTALLED = "emend serve";
/** Bring the companion, or the plugin, of the Emend folder to its latest version. */
export const UPDATE_COMPANION_LINE = "git pull && npm ci && npm start";
export const UPDATE_PLUGIN_LINE = "git pull && npm ci && npm run build";
/** Prints the token of this computer's companion. */
export const TOKEN_LINE = "npm run -s emend -- pair";
