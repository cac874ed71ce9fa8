/** Names under which keys, passwords and addresses with passwords are handed to a program. */
const SECRET = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|DATABASE_URL|_S3_/i;

/** The environment for a child that reads what strangers made: should a picture take it over, it finds nothing to open. */
export const withoutSecrets = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !SECRET.test(name)));
