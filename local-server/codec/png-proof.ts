import { crc32, deflateSync, inflateSync } from "node:zlib";
import * as v from "valibot";
import { eachSet } from "../../imaging/raster/mask-where.ts";
import type { Mask } from "../../imaging/raster/raster.ts";
import { type Certificate, CertificateSchema } from "../../protocol/edit.ts";

/** What a result carries about itself, so that `emend verify` needs nothing but the two pictures. */
export interface Proof {
  readonly certificate: Certificate;
  /** The picture's size; every value 0 or 255. */
  readonly mask: Mask;
}

/** Ancillary, private, not safe to copy: a program that changes pixels drops the chunk, as the PNG standard says. */
const CHUNK = "emNT";
const SIGNATURE_BYTES = 8;
const CHUNK_FRAME_BYTES = 12;
const MAX_JSON_BYTES = 64 * 1024;

interface ChunkAt {
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

function* chunksOf(png: Buffer): Generator<ChunkAt> {
  for (let at = SIGNATURE_BYTES; at + CHUNK_FRAME_BYTES <= png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), at, length };
    at += length + CHUNK_FRAME_BYTES;
  }
}

function chunkOf(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function packBits(mask: Mask): Uint8Array {
  const bits = new Uint8Array(Math.ceil(mask.data.length / 8));
  eachSet(mask, (i) => {
    bits[i >> 3]! |= 1 << (i & 7);
  });
  return bits;
}

function unpackBits(bits: Uint8Array, width: number, height: number): Mask {
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = (bits[i >> 3]! >> (i & 7)) & 1 ? 255 : 0;
  return { width, height, data };
}

/** A copy of the PNG with the proof in a chunk before its end. Pixels are not touched. */
export function attachProof(png: Uint8Array, { certificate, mask }: Proof): Uint8Array {
  const buffer = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const end = [...chunksOf(buffer)].find(({ type }) => type === "IEND")!.at;
  const text = Buffer.from(JSON.stringify(certificate));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const chunk = chunkOf(CHUNK, deflateSync(Buffer.concat([length, text, packBits(mask)]), { level: 9 }));
  return Buffer.concat([buffer.subarray(0, end), chunk, buffer.subarray(end)]);
}

/** The proof a PNG carries, for a picture of the size given; `undefined` where it carries none or a broken one. */
export function readProof(png: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): Proof | undefined {
  const buffer = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunk = [...chunksOf(buffer)].find(({ type }) => type === CHUNK);
  if (chunk === undefined) return undefined;
  const maskBytes = Math.ceil((width * height) / 8);
  try {
    const deflated = buffer.subarray(chunk.at + 8, chunk.at + 8 + chunk.length);
    const body = inflateSync(deflated, { maxOutputLength: 4 + MAX_JSON_BYTES + maskBytes });
    const textEnd = 4 + body.readUInt32BE(0);
    if (body.length !== textEnd + maskBytes) return undefined;
    const certificate = v.safeParse(CertificateSchema, JSON.parse(body.toString("utf8", 4, textEnd)));
    return certificate.success ? { certificate: certificate.output, mask: unpackBits(body.subarray(textEnd), width, height) } : undefined;
  } catch {
    return undefined;
  }
}
