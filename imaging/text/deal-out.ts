/** 禁则: marks no line may begin with, and marks no line may end with (GB/T 15834, JIS X 4051). */
const NOT_FIRST = /^[\s，。、；：！？…—～·,.;:!?%‰℃°）】》〉」』”’)\]}〕｝々ー]/u;
const NOT_LAST = /[（【《〈「『“‘([{〔｛¥￥$€£#@＃＠]$/u;
/** What belongs to the number before it: 8折, 199元, 24小时, 五折. */
const NUMBER = /[\d一二三四五六七八九十百千万半几两]\s?$/u;
const UNIT = /^[元折件天年月日号人份杯瓶盒个小分秒点起倍斤克米寸]/u;

const UNITS = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu;

/**
 * The pieces of a string a line may be broken between: Han characters one by one, other words whole with the space behind them; marks
 * stay with what they belong to, amounts with their currency and unit. Together they are the string.
 */
export function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.match(UNITS) ?? []) {
    const last = pieces[pieces.length - 1];
    const glued = last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last.trimEnd()) || (NUMBER.test(last) && UNIT.test(piece)));
    if (glued) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** Deals a string out to lines in proportion to what each held, without breaking what must stay together. As many lines as weights; some may be empty. */
export function dealOut(text: string, weights: readonly number[]): readonly string[] {
  const total = weights.reduce((a, b) => a + b, 0) || 1;
  const length = [...text.trim()].length;
  const lines = weights.map(() => "");
  let filled = 0;
  let line = 0;
  let end = (weights[0] / total) * length;
  for (const piece of unbreakable(text.trim())) {
    const middle = filled + [...piece].length / 2;
    while (line < lines.length - 1 && middle > end) end += (weights[++line] / total) * length;
    lines[line] += piece;
    filled += [...piece].length;
  }
  return lines.map((l) => l.trim());
}
