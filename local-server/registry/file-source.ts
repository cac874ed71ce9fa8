import { isIP } from "node:net";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { HubCard } from "./model-cards.ts";

/** Where one file comes from and what is known of it beforehand. */
export interface FileSource {
  readonly url: URL;
  /** Hosts it may be redirected to, beside its own. */
  readonly hosts: readonly string[];
  /** The person named the address. */
  readonly trusted: boolean;
  /** What the card or the release page promises. */
  readonly sha256?: string;
}

const HUB = "https://huggingface.co";
/** Where the hub keeps large files. */
const HUB_HOSTS = ["huggingface.co", "*.huggingface.co", "hf.co", "*.hf.co"];

const isHere = ({ hostname }: URL): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

/** A mirror's base address from the person: https, or http to this machine. */
export function mirrorOf(text: string | undefined): Result<URL | undefined> {
  if (text === undefined || text === "") return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const usable = url !== undefined && (url.protocol === "https:" || (url.protocol === "http:" && isHere(url)));
  if (usable && url.username === "" && url.password === "") return ok(url);
  return err(emendError("bad_usage", "The mirror must be an https address, or http to this machine, without a user name."));
}

/** A card's file on the hub or on a mirror of it, which has the same paths. */
export function hubSource({ hub, files }: HubCard, index: number, mirror: URL | undefined): FileSource {
  const { path, sha256 } = files[index]!;
  const base = (mirror?.href ?? HUB).replace(/\/$/, "");
  const url = new URL(`${base}/${hub.repository}/resolve/${hub.revision}/${path.split("/").map(encodeURIComponent).join("/")}`);
  const named = mirror !== undefined && isIP(mirror.hostname) === 0 && !mirror.hostname.startsWith("[");
  const hosts = named ? [...HUB_HOSTS, mirror.hostname, `*.${mirror.hostname}`] : HUB_HOSTS;
  return { url, hosts, trusted: mirror !== undefined, ...(sha256 !== undefined && { sha256 }) };
}
