import { createHash } from "node:crypto";
import { createMask, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { ChildHost, type ChildHostOptions } from "../process/child-host.ts";
import { withoutSecrets } from "../process/without-secrets.ts";
import type { Codec, DecodedPicture } from "./codec.ts";
import type { CodecMethods } from "./codec-methods.ts";
import { receivePicture } from "./receive-picture.ts";
import { sniffPicture } from "./sniff-picture.ts";

const DECODE_TIMEOUT_MS = 30_000;
const ENCODE_TIMEOUT_MS = 60_000;
const IDLE_MS = 60_000;
const GRACE_MS = 500;
/** The largest picture within the limits takes 300 MB to decode and as much to encode. */
const MAX_RESIDENT_BYTES = 1024 * 1024 * 1024;

/** A decoder killed for time or dead of its input says something about the picture, not about an engine. */
function pictureError<T>(result: Result<T>): Result<T> {
  if (result.ok || (result.error.code !== "engine_failed" && result.error.code !== "engine_timeout")) return result;
  return err(emendError("not_an_image", "The picture could not be decoded.", { stage: "decode", help: "Export it again as PNG." }));
}

function maskOf(image: RasterImage): Mask {
  const mask = createMask(image.width, image.height);
  for (let i = 0; i < mask.data.length; i++) {
    const [r, g, b, a] = [image.data[4 * i]!, image.data[4 * i + 1]!, image.data[4 * i + 2]!, image.data[4 * i + 3]!];
    mask.data[i] = Math.round(((0.2126 * r + 0.7152 * g + 0.0722 * b) * a) / 255);
  }
  return mask;
}

/** The codec over a child process; the child starts at the first picture and ends after a minute without one. */
export function createChildCodec(options: Pick<ChildHostOptions, "logger">): Codec {
  const entry = new URL("./codec-child.ts", import.meta.url);
  const host = new ChildHost<CodecMethods>({
    name: "picture decoder",
    entry,
    // See send-picture.ts.
    nodeFlags: ["--expose-gc"],
    env: withoutSecrets(process.env),
    logger: options.logger,
    idleMs: IDLE_MS,
    graceMs: GRACE_MS,
    maxResidentBytes: MAX_RESIDENT_BYTES,
  });
  const decode = async (bytes: Uint8Array, signal?: AbortSignal): Promise<Result<DecodedPicture>> => {
    const format = sniffPicture(bytes);
    if (!format.ok) return format;
    const receiver = receivePicture();
    const input = createHash("sha256").update(bytes).digest("hex");
    const options = { signal, timeoutMs: DECODE_TIMEOUT_MS, onEvent: receiver.take, input };
    const head = pictureError(await host.call("decode", { bytes, format: format.value }, options));
    if (!head.ok) return head;
    const { width, height, warnings } = head.value;
    return ok({ image: receiver.picture(width, height), format: format.value, warnings });
  };
  return {
    decode,
    decodeMask: async (bytes, signal) => {
      const picture = await decode(bytes, signal);
      return picture.ok ? ok(maskOf(picture.value.image)) : picture;
    },
    encode: (image, format, signal) => host.call("encode", { image, format }, { signal, timeoutMs: ENCODE_TIMEOUT_MS }),
    close: () => host.close(),
  };
}
