import { ok } from "../../protocol/errors.ts";
import { serveChild } from "../process/child-port.ts";
import type { CodecMethods } from "./codec-methods.ts";
import { decodePicture, shutLoaders } from "./decode-picture.ts";
import { encodePicture } from "./encode-picture.ts";
import { LARGE_BYTES, sendPicture } from "./send-picture.ts";

/** The process that touches untrusted pictures. It opens no file and no socket. */
let lastWasLarge = false;
shutLoaders();
serveChild<CodecMethods>(
  {
    decode: async ({ bytes, format }, { emit }) => {
      // The picture before is garbage by now; two large ones at once would be too much.
      if (lastWasLarge) globalThis.gc?.();
      const decoded = await decodePicture(bytes, format);
      lastWasLarge = decoded.ok && decoded.value.image.data.length > LARGE_BYTES;
      return decoded.ok ? ok(await sendPicture(decoded.value, emit)) : decoded;
    },
    encode: async ({ image, format }) => ok(await encodePicture(image, format)),
  },
  (error) =>
    process.stderr.write(
      `${JSON.stringify({ level: "error", event: "codec_bug", name: error instanceof Error ? error.name : "unknown" })}\n`,
    ),
);
