import type { EngineView } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { SETTING_NAMES } from "../engines/setting-names.ts";
import type { SettingsStore } from "../settings/settings-store.ts";
import type { CliContext } from "./cli-context.ts";
import { readSecret } from "./read-secret.ts";

export interface ActionContext {
  readonly context: CliContext;
  readonly store: SettingsStore;
  /** The engine the action is about, as it stands now. */
  readonly view: EngineView;
  /** What follows the engine's name. */
  readonly words: readonly string[];
}

/** Says what was done, in one sentence. */
type Action = (at: ActionContext) => Promise<Result<string>>;

const badUsage = (message: string, help: string): Result<never> => err(emendError("bad_usage", message, { help }));
const said = (done: Result<unknown>, sentence: string): Result<string> => (done.ok ? ok(sentence) : done);

const takesNoKey = ({ name }: EngineView): Result<never> => badUsage(`The engine ${name} takes no key.`, "emend engines shows which do.");

const setKey: Action = async ({ context, store, view }) => {
  if (view.key === undefined) return takesNoKey(view);
  if (context.input?.isTTY) context.output.note(`Paste the key for ${view.name} and press Enter; it is not shown.`);
  const key = await readSecret(context.input);
  const kept = key.ok ? await store.setKey(view.name, key.value) : key;
  if (!kept.ok) return kept;
  const place = kept.value === "keychain" ? "in this system's keychain" : "in the data folder, in a file only you can read";
  return ok(`The key for ${view.name} is kept ${place}.`);
};

const removeKey: Action = async ({ store, view }) =>
  view.key === undefined ? takesNoKey(view) : said(await store.removeKey(view.name), `The key for ${view.name} is removed.`);

/** Engines get pictures, what only reads gets words. */
const sentTo = ({ operations }: EngineView): string => (operations.length === 0 ? "your words" : "pictures");

const allow: Action = async ({ store, view }) => {
  if (view.consent === undefined)
    return ok(
      view.local ? `${view.name} runs on this machine; there is nothing to allow.` : `Set up ${view.name} first: ${view.reason ?? ""}`,
    );
  const { host } = view.consent;
  const price = view.estimate?.price;
  const cost = price === undefined ? "It may cost money." : `One result costs about ${price.amount} ${price.currency}.`;
  const sentence = `From now on ${view.name} may be sent ${sentTo(view)}, to ${host}. ${cost} emend engines forbid ${view.name} takes this back.`;
  return said(await store.allow(view.name, host), sentence);
};

const forbid: Action = async ({ store, view }) => {
  const still = view.consent?.by === "environment" ? " EMEND_ALLOW_HOSTED still allows it." : "";
  return said(await store.forbid(view.name), `${view.name} may not be sent ${sentTo(view)} any more.${still}`);
};

async function setAll(engine: string, words: readonly string[], store: SettingsStore): Promise<Result<string>> {
  const known = SETTING_NAMES[engine] ?? {};
  const pairs = words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)] as const);
  const wrong = pairs.findIndex(([field], i) => !Object.hasOwn(known, field) || !words[i]!.includes("="));
  const help = `Settings of ${engine}: ${Object.keys(known).join(", ") || "none"}. Write field=value; an empty value forgets it.`;
  if (pairs.length === 0) return badUsage("Say what to set.", help);
  if (wrong >= 0) return badUsage(`"${words[wrong]}" is no setting of ${engine}.`, help);
  for (const [field, value] of pairs) {
    const done = await store.set(engine, field, value === "" ? undefined : value);
    if (!done.ok) return done;
  }
  return ok(`Set for ${engine}: ${pairs.map(([field]) => field).join(", ")}.`);
}

export const ENGINE_ACTIONS: Readonly<Record<string, Action>> = {
  "set-key": setKey,
  "remove-key": removeKey,
  allow,
  forbid,
  set: ({ store, view, words }) => setAll(view.name, words, store),
};

/** Settings of all engines at once. */
export const setForAll = (words: readonly string[], store: SettingsStore): Promise<Result<string>> => setAll("all", words, store);
