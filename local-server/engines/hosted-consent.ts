type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address is this machine's own. */
export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);

/**
 * Whether the person agreed that pictures leave this machine for this engine: `EMEND_ALLOW_HOSTED` lists names, or `all`. A key
 * lying in the environment is no agreement.
 */
export function mayLeave(name: string, env: Env): boolean {
  const allowed = (env.EMEND_ALLOW_HOSTED ?? "").split(",").map((word) => word.trim());
  return allowed.includes(name) || allowed.includes("all");
}

/** A base URL from the settings: https, or http to this machine only; without a trailing slash. `undefined` where it is neither. */
export function baseUrlOf(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text.replace(/\/+$/, ""));
  const safe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  return safe && url.username === "" && url.password === "" ? url : undefined;
}
