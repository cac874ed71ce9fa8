/** SHA-1 as Figma names image bytes. Written out because `createImage` must answer at once and the platform's digest is asynchronous. */
const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

const BLOCK = 64;

/** The last blocks: what is left of the bytes, the end mark and the length in bits. */
function ending(bytes: Uint8Array): DataView {
  const rest = bytes.subarray(bytes.length - (bytes.length % BLOCK));
  const blocks = new Uint8Array(Math.ceil((rest.length + 9) / BLOCK) * BLOCK);
  blocks.set(rest);
  blocks[rest.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(blocks.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

function mix(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function round(state: Int32Array, words: Int32Array): void {
  for (let i = 16; i < 80; i++) words[i] = rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    const next = (rotate(a, 5) + mix(i, b, c, d) + e + words[i]!) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  for (const [i, x] of [a, b, c, d, e].entries()) state[i] = (state[i]! + x) | 0;
}

/** 40 lower-case hex digits. About 100 MB/s; the bytes are read where they lie. */
export function sha1(bytes: Uint8Array): string {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.length - (bytes.length % BLOCK));
  for (const view of [whole, ending(bytes)])
    for (let at = 0; at < view.byteLength; at += BLOCK) {
      for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
      round(state, words);
    }
  return [...state].map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
}
