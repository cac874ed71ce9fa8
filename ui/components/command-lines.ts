/** What a person types to start the companion from its folder, or where it is installed as a command. */
export const START_LINE = "npm start";
export const START_LINE_INSTALLED = "emend serve";
/** Prints the token of this computer's companion. */
export const TOKEN_LINE = "npm run -s emend -- pair";
