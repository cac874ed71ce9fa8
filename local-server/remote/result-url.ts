import { BlockList, isIP } from "node:net";

/** One list a family: in one list, the range of mapped addresses would take in every IPv4 address. */
const [PRIVATE_4, PRIVATE_6] = [new BlockList(), new BlockList()];
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // Answers to machines of one cloud only, about themselves.
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  PRIVATE_4.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 96],
  ["::ffff:0:0", 96],
  // Addresses that stand for an IPv4 address: what they lead to is somebody's translator.
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 23],
  ["2002::", 16],
  ["100::", 64],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  PRIVATE_6.addSubnet(net, bits, "ipv6");

/** Whether an address belongs to this machine, its network, or nobody: never to be fetched from on another's word. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return family === 6 ? PRIVATE_6.check(address, "ipv6") : PRIVATE_4.check(address, "ipv4");
}

/** A host, or `*.domain` for any host below it. */
const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;

/**
 * The address where a hosted engine left its result, if it may be fetched: https on the usual port, a named host of the engine's
 * own list, no user part. Addresses written as numbers are refused in every spelling (`URL` brings them to one).
 */
export function resultUrl(text: string, hosts: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return undefined;
  const host = url.hostname.toLowerCase();
  if (host.startsWith("[") || isIP(host) !== 0) return undefined;
  return hosts.some((pattern) => matches(host, pattern)) ? url : undefined;
}
