const TAG_TABLE = 128;
const TAG_BYTES = 12;

function tagAt(profile: DataView, signature: number): { readonly offset: number; readonly size: number } | undefined {
  const count = Math.min(profile.getUint32(TAG_TABLE), 100);
  for (let i = 0; i < count; i++) {
    const at = TAG_TABLE + 4 + i * TAG_BYTES;
    if (profile.getUint32(at) === signature) return { offset: profile.getUint32(at + 4), size: profile.getUint32(at + 8) };
  }
  return undefined;
}

function readText(profile: DataView, offset: number): string {
  const bytes = (from: number, length: number) => new Uint8Array(profile.buffer, profile.byteOffset + from, length);
  if (profile.getUint32(offset) === 0x64657363) {
    return new TextDecoder("latin1").decode(bytes(offset + 12, profile.getUint32(offset + 8) - 1));
  }
  const [length, from] = [profile.getUint32(offset + 20), profile.getUint32(offset + 24)];
  return new TextDecoder("utf-16be").decode(bytes(offset + from, length));
}

/** The human name inside an ICC profile (`desc` tag: v2 text or the first v4 `mluc` record); `undefined` where it has none or is broken. */
export function iccDescription(icc: Uint8Array): string | undefined {
  try {
    const profile = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
    const tag = tagAt(profile, 0x64657363);
    return tag === undefined ? undefined : readText(profile, tag.offset);
  } catch (error) {
    // Offsets in a broken profile point outside it; DataView then throws RangeError. Anything else is a bug.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
