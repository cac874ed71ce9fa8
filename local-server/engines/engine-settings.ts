/** What the person set up for one engine. Read at every use: a change holds from the next edit on. */
export interface EngineSettings {
  /** A setting by its name, such as `baseUrl`, `model`, `region`: the environment first (`EMEND_<ENGINE>_BASE_URL`), then the settings file. */
  value(field: string): string | undefined;
  /** How the person agreed that pictures go to `host`; `undefined` where they did not. An agreement for one host is none for another. */
  consent(host: string): Consent | undefined;
  /** No picture may leave this machine, whatever was agreed (`EMEND_PRIVACY=local`, or the setting `privacy` of `all`). */
  staysHere(): boolean;
  /** The key: the environment first (`EMEND_<ENGINE>_API_KEY`), then the keychain or the key file. Never put it into a message or a log. */
  key(): Promise<string | undefined>;
}

/** `standing`: until taken back · `environment`: `EMEND_ALLOW_HOSTED` names the engine, or `all`. */
export type Consent = "standing" | "environment";

export type SettingsOf = (engine: string) => EngineSettings;
