/** The only names this companion answers to. A page that rebinds its own name to 127.0.0.1 sends that name and is refused. */
const NAMES = ["localhost", "127.0.0.1", "[::1]"];

/** Values of one header, counted from the raw list: Node hides duplicates of some headers and joins those of others. */
export function headerValues(rawHeaders: readonly string[], name: string): readonly string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === name);
}

/** `missing` covers absent and repeated Host headers: both are malformed requests, not strangers. */
export function judgeHost(rawHeaders: readonly string[], port: number): "admitted" | "missing" | "foreign" {
  const hosts = headerValues(rawHeaders, "host");
  if (hosts.length !== 1 || hosts[0] === "") return "missing";
  return NAMES.some((name) => hosts[0] === `${name}:${port}`) ? "admitted" : "foreign";
}
