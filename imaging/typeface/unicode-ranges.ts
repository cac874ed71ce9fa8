/** A set of code points as sorted, disjoint, inclusive ranges `[from, to, from, to, …]`. */
export type CodePointRanges = Uint32Array;

/** Reads a CSS `unicode-range` value: `U+0000-00FF,U+0131,U+4??`. */
export function parseUnicodeRange(css: string): CodePointRanges {
  const pairs = css
    .split(",")
    .map((part) => /^\s*U\+([0-9a-f?]+)(?:-([0-9a-f]+))?\s*$/i.exec(part))
    .filter((m) => m !== null)
    .map(([, from = "", to = from]): [number, number] => [
      Number.parseInt(from.replaceAll("?", "0"), 16),
      Number.parseInt(to.replaceAll("?", "F"), 16),
    ]);
  return rangesOf(pairs);
}

/** Sorts and joins pairs that touch or overlap. */
export function rangesOf(pairs: readonly (readonly [number, number])[]): CodePointRanges {
  const out: number[] = [];
  for (const [from, to] of [...pairs].sort((a, b) => a[0] - b[0])) {
    const last = out.length - 1;
    if (last > 0 && from <= (out[last] ?? 0) + 1) out[last] = Math.max(out[last] ?? 0, to);
    else out.push(from, to);
  }
  return Uint32Array.from(out);
}

/** Binary search, no allocation. */
export function hasCodePoint(ranges: CodePointRanges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    if (codePoint < (ranges[mid * 2] ?? 0)) high = mid - 1;
    else if (codePoint > (ranges[mid * 2 + 1] ?? 0)) low = mid + 1;
    else return true;
  }
  return false;
}

/** Code points in both sets. */
export function commonRanges(a: CodePointRanges, b: CodePointRanges): CodePointRanges {
  const out: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [from, to] = [Math.max(a[i], b[j]), Math.min(a[i + 1], b[j + 1])];
    if (from <= to) out.push(from, to);
    if (a[i + 1] < b[j + 1]) i += 2;
    else j += 2;
  }
  return Uint32Array.from(out);
}

/** As a CSS `unicode-range`. */
export const cssUnicodeRange = (ranges: CodePointRanges): string =>
  Array.from({ length: ranges.length / 2 }, (_, i) => `U+${ranges[2 * i].toString(16)}-${ranges[2 * i + 1].toString(16)}`).join(", ");

/** The distinct code points a font must have to set `text`: white space and joiners need no glyph. */
export function inkCodePoints(text: string): number[] {
  const points = [...text].filter((c) => !/\s/u.test(c)).map((c) => c.codePointAt(0) ?? 0);
  return [...new Set(points)].filter((point) => !hasCodePoint(INKLESS, point));
}

/** Zero-width joiners, variation selectors, byte order mark. */
const INKLESS = Uint32Array.of(0x200b, 0x200d, 0xfe00, 0xfe0f, 0xfeff, 0xfeff);
