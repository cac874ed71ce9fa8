import type { Operation, Where } from "../../protocol/plan.ts";
import type { Phrase } from "./phrase/phrase.ts";

const SIDE_ZH = "(?:正)?(?:[下上左右后前旁](?:面|方|边|侧)|底下|边上|旁)";
const IT_ZH = "(?:它们?|其|这[行句个段]?(?:字|文字|文案)?|那[行句个段](?:字|文字|文案)?|该文字)";
const IT_EN = "(?:it|that|this|them|that one|the (?:new|old) (?:one|text|price|wording))";
/** A side of nothing that is named: of what was just spoken of. */
const OF_IT: readonly RegExp[] = [
  new RegExp(
    `^(?:并且?|再|也|然后|同时|且|还要?|,|\\s)*(?:(?:紧[挨跟]着?|就|直接)?在|于|紧[挨跟]着?)?(?:${IT_ZH}的?)?(?<s>${SIDE_ZH})(?:处|位置|那里|空白处)?(?!的|角)`,
    "u",
  ),
  new RegExp(`(?:在|到|于)(?:${IT_ZH}的?)?(?<s>${SIDE_ZH})$`, "u"),
  new RegExp(
    `\\b(?<s>below|under|underneath|beneath|above|over|beside|next to|after|before|behind|(?:to|on) the (?:left|right) of) ${IT_EN}(?![a-z' ]*\\b(?:title|line|price|logo|image|picture)\\b)`,
    "u",
  ),
  /\b(?<s>underneath|beneath|below|alongside|beside|above)(?=\s*(?:$|[,:]|\uE000|(?:in|with|as|saying|that says|reading|add|write|put)\b))/u,
];
/** The picture's own sides are said without leaning on anything: 底部, 顶部, "at the bottom". */
const SIDES: readonly (readonly [RegExp, Where])[] = [
  [/上|above|over/, "top"],
  [/下|below|under|beneath/, "bottom"],
  [/左|前|left|before/, "left"],
  [/./, "right"],
];
const sideIn = (said: string): Where => SIDES.find(([says]) => says.test(said))?.[1] ?? "right";

const OPPOSITE: Partial<Record<Where, Where>> = { top: "bottom", bottom: "top", left: "right", right: "left" };

/** 上面写“A”，下面写“B”: two places of the picture, said in one way. */
const BARE_SIDE =
  /(?:^|[,。;\s])(?:在)?[上下左右](?:面|方|边|侧)?(?!\p{Script=Han}*[角部])|^(?:[a-z]+ )?(?:above|on the (?:left|right))\b/u;

/** The text an operation leaves in the picture. */
const leftBy = ({ kind, text, target }: Operation): string | undefined =>
  /^text\.(?:replace|restyle|add)$/.test(kind) ? (text?.to ?? text?.from ?? (kind === "text.add" ? undefined : target)) : undefined;

const NEAR =
  /[下上左右后前旁](?:面|方|边|侧)|底下|旁|\b(?:below|under|underneath|beneath|above|over|beside|alongside|next to|after|before|behind|left of|right of)\b/;

/** “¥399”加删除线，下面加“券后¥329”; "and write $89 below it": what is added beside nothing named stands beside the text just spoken of. */
export function besideLast(
  before: Operation | undefined,
  operations: readonly Operation[],
  { key, sentence, start }: Phrase,
): readonly Operation[] {
  const anchor = before === undefined ? undefined : leftBy(before);
  if (anchor === undefined || !NEAR.test(key)) return operations;
  const said = OF_IT.map((form) => form.exec(key)?.groups?.s).find((side) => side !== undefined);
  if (said === undefined || before === undefined) return operations;
  const side = sideIn(said);
  const facing = before.kind === "text.add" && before.target === undefined && before.where === OPPOSITE[side];
  if (facing && BARE_SIDE.test(sentence.key.slice(0, start))) return operations;
  return operations.map((op) => (op.kind === "text.add" && op.target === undefined ? { ...op, target: anchor, where: side } : op));
}
