import { isIP } from "node:net";

/**
 * Where a person may have us call back to. By default https at a public name; what is listed (`host`, `host:port`, `*.domain`) may
 * also be http, of this network, or a number: the one who runs the companion says so.
 */
export function callbackUrl(text: string, listed: readonly string[]): { readonly url: URL; readonly listed: boolean } | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "" || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.toLowerCase();
  const named = listed.some((entry) => entry === url.host || entry === host || (entry.startsWith("*.") && host.endsWith(entry.slice(1))));
  if (named) return { url, listed: true };
  const plain = url.protocol === "https:" && url.port === "" && !host.startsWith("[") && isIP(host) === 0 && host.includes(".");
  return plain ? { url, listed: false } : undefined;
}
