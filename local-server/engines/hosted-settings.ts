import type { EngineView, Estimate } from "../../protocol/edit.ts";
import type { EngineAvailability } from "./engine.ts";
import type { EngineSettings } from "./engine-settings.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address is this machine's own. */
export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);

/**
 * A base URL from the settings, without a trailing slash: https, or http to this machine, or http anywhere in a network the person
 * called private. `undefined` where it is none of these.
 */
export function baseUrlOf(text: string, privateNetwork = false): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text.replace(/\/+$/, ""));
  const safe = url.protocol === "https:" || (url.protocol === "http:" && (privateNetwork || isLoopback(url)));
  return safe && url.username === "" && url.password === "" ? url : undefined;
}

export interface HostedDefaults {
  /** Where the service is, unless a setting says otherwise; absent where everybody has their own. */
  readonly baseUrl?: string;
  readonly model: string;
  /** Of one try, from the first byte sent to the picture read. */
  readonly deadlineMs: number;
  /** Hosts of results, beside the server's own. */
  readonly resultHosts: readonly string[];
  /** What runs behind a loopback address stays on this machine. Gateways and proxies pass pictures on: for them it does not. */
  readonly staysHere: boolean;
  /** What to set up first, one sentence; said where there is neither address nor key. */
  readonly unset: string;
  /** List price of one result by model and host, where the provider publishes one. */
  price?(model: string, host: string): { readonly amount: number; readonly currency: string } | undefined;
}

/** Settings every engine behind HTTP shares: `baseUrl` `model` `deadlineMs` `resultHosts` `network` `price`, and the key. */
export interface HostedSettings {
  readonly baseUrl: URL;
  readonly model: string;
  readonly deadlineMs: number;
  readonly resultHosts: readonly string[];
  /** The server is of the person's own network: its own addresses may be private. */
  readonly privateNetwork: boolean;
  /** Nothing leaves this machine. */
  readonly local: boolean;
  /** Servers of one's own, here or in one's network, may do without. */
  readonly needsKey: boolean;
  readonly price?: Estimate["price"];
}

const wordsOf = (text: string | undefined): readonly string[] =>
  (text ?? "").split(",").flatMap((word) => (word.trim() === "" ? [] : [word.trim().toLowerCase()]));

/** `0.04 USD`, as the person set it. */
function priceSet(text: string | undefined): Estimate["price"] {
  const [, amount, currency] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]{3})$/.exec(text?.trim() ?? "") ?? [];
  return amount === undefined || currency === undefined
    ? undefined
    : { amount: Number(amount), currency: currency.toUpperCase(), basis: "set" };
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? "");
  return number > 0 && Number.isFinite(number) ? number : otherwise;
}

/** Address and numbers of an engine, or one sentence that says what is not right with them. */
export function readHostedSettings(settings: EngineSettings, defaults: HostedDefaults): HostedSettings | string {
  const text = settings.value("baseUrl") ?? defaults.baseUrl;
  if (text === undefined) return defaults.unset;
  const privateNetwork = settings.value("network") === "private";
  const baseUrl = baseUrlOf(text, privateNetwork);
  if (baseUrl === undefined)
    return "The base URL must be https, or http to this machine (or network=private for a server of your own network).";
  const model = settings.value("model") ?? defaults.model;
  const listed = defaults.price?.(model, baseUrl.hostname);
  const local = defaults.staysHere && isLoopback(baseUrl);
  const price = local ? undefined : (priceSet(settings.value("price")) ?? (listed && { ...listed, basis: "list" as const }));
  return {
    baseUrl,
    model,
    privateNetwork,
    local,
    needsKey: !local && !(privateNetwork && defaults.staysHere),
    deadlineMs: positive(settings.value("deadlineMs"), defaults.deadlineMs),
    resultHosts: [baseUrl.hostname, ...defaults.resultHosts, ...wordsOf(settings.value("resultHosts"))],
    ...(price !== undefined && { price }),
  };
}

export const KEEPS_HERE = "This companion is set to let no picture leave this machine (privacy=local).";

const consentView = (host: string, by: "standing" | "environment" | undefined): EngineView["consent"] => ({
  host,
  given: by !== undefined,
  ...(by !== undefined && { by }),
});

/** Whether an engine behind HTTP could work now, and if not, the first thing to do. Nothing is sent to find out. */
export async function hostedAvailability(
  name: string,
  settings: EngineSettings,
  { read, unset }: { readonly read: HostedSettings | string; readonly unset: string },
): Promise<EngineAvailability> {
  if (typeof read === "string") return { available: false, reason: read, missing: ["address"] };
  if (!read.local && settings.staysHere())
    return { available: false, reason: KEEPS_HERE, missing: ["privacy"], consent: { host: read.baseUrl.hostname, given: false } };
  const stored = (await settings.key()) !== undefined;
  const key = stored ? "stored" : read.needsKey ? "none" : "not_needed";
  if (read.local) return { available: true, key };
  const consent = consentView(read.baseUrl.hostname, settings.consent(read.baseUrl.hostname));
  const missing = [...(stored || !read.needsKey ? [] : (["key"] as const)), ...(consent?.given ? [] : (["consent"] as const))];
  const state = { consent, key } as const;
  if (missing.length === 0) return { available: true, ...state };
  if (key === "none" && settings.value("baseUrl") === undefined) return { available: false, reason: unset, missing, ...state };
  const reason =
    key !== "none"
      ? `Pictures would leave this machine for ${read.baseUrl.hostname}: run emend engines allow ${name} if they may.`
      : `It needs a key: emend engines set-key ${name} reads it from standard input.`;
  return { available: false, reason, missing, ...state };
}
