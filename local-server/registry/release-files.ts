import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Hardware } from "../hardware/detect-hardware.ts";
import { openDownload } from "../remote/open-download.ts";
import type { FileSource } from "./file-source.ts";
import type { ReleaseCard } from "./model-cards.ts";

const PAGE = "https://api.github.com";
/** Where the release page keeps its files. */
const PAGE_HOSTS = ["github.com", "*.githubusercontent.com"];
const MAX_BYTES = 8 * 1024 * 1024;
const IDLE_MS = 20_000;

const Release = v.object({
  tag_name: v.string(),
  assets: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(/^[\w.+-]{1,200}$/)),
      size: v.number(),
      browser_download_url: v.string(),
      digest: v.nullish(v.string()),
    }),
  ),
});
type Release = v.InferOutput<typeof Release>;

export interface ReleaseFile {
  readonly name: string;
  readonly bytes: number;
  readonly source: FileSource;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly gpu: Hardware["gpu"];
}

/** The build for a machine: its own kind of graphics first, then Vulkan, which runs on any card, then without one. */
export function buildFor({ assets }: ReleaseCard, { platform, arch, gpu }: Machine): ReleaseCard["assets"][number] | undefined {
  const here = assets.filter((asset) => asset.platform === platform && asset.arch === arch);
  const order = gpu === "none" ? ["none"] : [gpu, "vulkan", "none"];
  return order.flatMap((kind) => here.filter((asset) => asset.gpu === kind))[0];
}

const failed = (message: string, retryable = false): Result<never> => err(emendError("download_failed", message, { retryable }));

async function readJson(url: URL, trusted: boolean, signal: AbortSignal): Promise<Result<{ status: number; value: unknown }>> {
  const answer = await openDownload({ url, from: 0, hosts: [], trusted, idleMs: IDLE_MS }, signal);
  if (!answer.ok) return answer;
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer.value.body) {
      size += (piece as Buffer).length;
      if (size > MAX_BYTES) return failed("The release page's answer is too long.");
      pieces.push(piece as Buffer);
    }
    // What comes with a refusal need not be JSON.
    const { status } = answer.value;
    return ok({ status, value: status === 200 ? JSON.parse(Buffer.concat(pieces).toString("utf8")) : undefined });
  } catch {
    return failed("The release page's answer cannot be read.", true);
  } finally {
    answer.value.body.destroy();
  }
}

async function readRelease({ release }: ReleaseCard, page: URL | undefined, signal: AbortSignal): Promise<Result<Release>> {
  const base = (page?.href ?? PAGE).replace(/\/$/, "");
  for (const which of [`tags/${release.tag}`, "latest"]) {
    const answer = await readJson(new URL(`${base}/repos/${release.repository}/releases/${which}`), page !== undefined, signal);
    if (!answer.ok) return answer;
    if (answer.value.status === 404) continue;
    if (answer.value.status !== 200) return failed(`The release page answered with status ${answer.value.status}.`, true);
    const read = v.safeParse(Release, answer.value.value);
    return read.success ? ok(read.output) : failed("The release page's answer is not a release.");
  }
  return failed("The release page does not have this program any more.");
}

function fileOf(pattern: string, { assets }: Release, page: URL | undefined): Result<ReleaseFile> {
  const found = assets.filter(({ name }) => new RegExp(pattern).test(name));
  const [asset] = found;
  if (asset === undefined || found.length > 1) return failed("The release has no build for this machine under its usual name.");
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? "")?.[1];
  if (sha256 === undefined) return failed("The release page names no digest for this build, so it cannot be checked.");
  if (!URL.canParse(asset.browser_download_url)) return failed("The release page's answer is not a release.");
  const url = new URL(asset.browser_download_url);
  const usable = page === undefined ? url.origin === "https://github.com" : url.origin === page.origin;
  if (!usable) return failed("The release page points to another place for its files.");
  return ok({ name: asset.name, bytes: asset.size, source: { url, hosts: PAGE_HOSTS, trusted: page !== undefined, sha256 } });
}

/**
 * The files of a program for this machine, from the release the card was tested with, or the latest where that is gone. `page`: another
 * server with the release page's API, named by the person. Code: `download_failed`.
 */
export async function releaseFiles(
  card: ReleaseCard,
  { machine, page }: { readonly machine: Machine; readonly page: URL | undefined },
  signal: AbortSignal,
): Promise<Result<{ readonly tag: string; readonly files: readonly ReleaseFile[] }>> {
  const build = buildFor(card, machine);
  if (build === undefined) {
    const help = `Build ${card.program} yourself and name it in EMEND_SD_SERVER.`;
    return err(emendError("unsupported_operation", `${card.title} is not published for ${machine.platform} ${machine.arch}.`, { help }));
  }
  const release = await readRelease(card, page, signal);
  if (!release.ok) return release;
  const files: ReleaseFile[] = [];
  for (const pattern of build.names) {
    const file = fileOf(pattern, release.value, page);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return ok({ tag: release.value.tag_name, files });
}
