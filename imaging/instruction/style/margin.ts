import type { Operation, Where } from "../../../protocol/plan.ts";

/** How far from an edge: percent of the picture, or `40px`. */
type Amount = number | string;
type Side = "left" | "right" | "top" | "bottom";

export interface OneMargin {
  readonly amount: Amount;
  /** The edge it is measured from, where one is named. */
  readonly side?: Side;
}

/** What a clause says of the room to the edge, and its folded words without it. */
export interface MarginSaid {
  readonly margins: readonly OneMargin[];
  readonly rest: string;
  /** The stretches around it. */
  readonly around: readonly (readonly [start: number, end: number])[];
}

const N = "(?<n>\\d+(?:\\.\\d+)?)\\s*(?<u>%|px|像素|个像素|pixels?|percent)";
const NOUN_ZH = "(?:[外内页]?边距|留白|留边|留空|空白|空隙|间距|间隔|距离|margins?|padding|inset)";
const AROUND_ZH =
  "(?:四周|周围|四边|各边|每边|两[侧边]|上下左右|上下|左右|边缘?|[上下左右顶底](?:边距|边|侧|部|方)?(?:[、和与及][上下左右](?:边距|边|侧|部|方)?)?)";
const EDGE_ZH = "[上下左右顶底](?:手?边|侧|部|端|方|面)?(?:边?缘)?";
const EDGE_EN = "(?:left|right|top|bottom|upper|lower)";
const EDGES_EN = `(?:${EDGE_EN}(?:(?: and | & |, |[- ])(?:the )?${EDGE_EN})?(?:[- ]hand)?(?: (?:edges?|sides?|border|margin))?|(?:edges?|sides?|borders?|frame|rim|corner)(?: of the (?:image|picture|photo|poster|frame|canvas))?)`;
const ALL_ROUND =
  "(?:\\s*(?:(?:all )?a?round(?: it)?|(?:on|at|to|from) (?:all|every|each|both|either|the) (?:four )?(?:sides?|edges?)|on each side))?";

const FORMS: readonly string[] = [
  // 距底边40像素, 离画面左侧边缘3%, 跟顶部保持24px
  `(?:离边距|(?:距离?|离|与|跟|和|靠)(?:着|开)?(?:画面|图片?|海报|画布|照片)?的?(?<s>${EDGE_ZH}(?:[、和与及]\\s*${EDGE_ZH})*|[四两外]?(?:边缘?|周|边框|框|缘)))的?(?:距离|边距)?(?:大约|大概|约|保持|空出?|留白|留出?|各|都|均|为|是|有|:|\\s)*${N}(?:的?(?:距离|位置|地方|处|间距))?处?`,
  // 四周留5%, 边距24px, 上下各空10%, 左边距20px
  `(?<s>${AROUND_ZH})?(?:再|要|都|各|均|保持|也|的|\\s)*(?:${NOUN_ZH}|留出?|空出?|(?<=[各均])|:)(?:保持|留|各|都|均|为|是|有|of|:|=|大约|约|\\s)*${N}(?:\\s*的?${NOUN_ZH})?${ALL_ROUND}`,
  // 20px边距, "a 3% margin all round"
  `(?:\\b(?:an?|the) )?${N}\\s*(?:of |的)?\\s*(?:${NOUN_ZH}|gap|breathing room|clearance|(?:clear )?space)(?: (?:to|from) (?:the )?${EDGES_EN})?${ALL_ROUND}`,
  // "20px in from the left edge"
  `(?:about |around |roughly |exactly )?${N}(?: (?:in|inset|away|up|down))? (?:from|off|inside|above|clear of) (?:(?:the|its|both|all|each|either|every) )*(?<s>${EDGES_EN})`,
  // "margin of 20px on all sides", "inset by 3%"
  `\\b(?:an? )?(?:margins?|padding|inset|offset)(?: of| is| by| to|:|=)? ?${N}${ALL_ROUND}`,
  `\\b(?:leav(?:e|ing)|keep(?:ing)?) (?:an? )?${N}(?: (?:of )?(?:clear|free|${NOUN_ZH}|gap|(?:breathing |clear )?(?:room|space)))?(?: (?:to|from|around|at) (?:the |its )?${EDGES_EN})?(?=\\s*(?:$|[,.;]))`,
  // "left 24px top 16px"
  `(?<=(?:^|[\\s,、])(?:margins? )?)(?<s>${EDGE_EN}|[上下左右]) ?${N}(?=[\\s,、和]*(?:and |& )?(?:${EDGE_EN}|[上下左右]) ?\\d|\\s*$)`,
];
const MARGIN = new RegExp(FORMS.map((form, i) => form.replaceAll(/\?<([nus])>/g, `?<$1${i}>`)).join("|"), "gu");
/** Words without which no margin is said. */
const NEAR = /\d\s*(?:%|px|像素|个像素|pixel|percent)/;
const SAYS =
  /边|留|距|空|离|间隔|四周|margin|padding|inset|offset|leav|gap|room|clear|space|from|off|inside|above|(?:left|right|上|下|左|右) ?\d/;
const GRAMMAR =
  /^(?:and|with|give (?:it|them|this|that)|leav(?:e|ing)|keep(?:ing)?|having|has|的|并且?|且|和|要|保持|有|放|在|处|an?|the|of|about|just|[\s,、:;.&(）)（])*$/;

const SIDES: readonly (readonly [RegExp, Side])[] = [
  [/左|left/, "left"],
  [/右|right/, "right"],
  [/上|顶|top|upper/, "top"],
  [/下|底|bottom|lower/, "bottom"],
];
const sidesIn = (said: string): readonly Side[] => SIDES.filter(([says]) => says.test(said)).map(([, side]) => side);

function read(groups: Readonly<Record<string, string | undefined>>): readonly OneMargin[] {
  const group = (name: string): string | undefined =>
    Object.entries(groups).find(([key, said]) => key.startsWith(name) && said !== undefined)?.[1];
  const [number, unit] = [group("n"), group("u")];
  if (number === undefined) return [];
  const amount = unit === "%" || unit === "percent" ? Number(number) : `${number}px`;
  const sides = sidesIn(group("s") ?? "");
  return sides.length === 0 ? [{ amount }] : sides.map((side) => ({ amount, side }));
}

/** Every margin of a folded text: 距底边40像素, 四周留5%, "20px in from the left edge", "left 24px top 16px". */
export function marginsIn(key: string): MarginSaid | undefined {
  if (!NEAR.test(key) || !SAYS.test(key)) return undefined;
  const margins: OneMargin[] = [];
  const around: [number, number][] = [];
  let done = 0;
  for (const hit of key.matchAll(MARGIN)) {
    margins.push(...read(hit.groups ?? {}));
    around.push([done, hit.index]);
    done = hit.index + hit[0].length;
  }
  around.push([done, key.length]);
  return margins.length === 0 ? undefined : { margins, around, rest: around.map(([start, end]) => key.slice(start, end)).join(" ") };
}

/** The margins of a text that says nothing else. */
export function wholeMargin(key: string): readonly OneMargin[] | undefined {
  const said = marginsIn(key);
  return said !== undefined && GRAMMAR.test(said.rest) ? said.margins : undefined;
}

const worded = (amount: Amount): string => (typeof amount === "number" ? `${amount}%` : amount);

/** As a value: one amount where it is the same at every edge meant, else each edge's own (`left 20px, top 16px`). */
function spoken(margins: readonly OneMargin[], where: Where | undefined): Amount {
  const [first] = margins;
  const alike = margins.every(({ amount }) => amount === first?.amount);
  const placed = (side: Side): boolean => where?.includes(side) === true || where === undefined;
  if (first !== undefined && alike && (margins.length > 1 || first.side === undefined || placed(first.side))) return first.amount;
  return margins.map(({ amount, side }) => (side === undefined ? worded(amount) : `${side} ${worded(amount)}`)).join(", ");
}

const PLAIN = /^\d+(?:\.\d+)?(?:px)?$/;
const OPPOSITE_AXIS: Readonly<Record<Side, readonly Side[]>> = {
  left: ["top", "bottom"],
  right: ["top", "bottom"],
  top: ["left", "right"],
  bottom: ["left", "right"],
};

/** What was said of one edge before: 距左边20px，距顶部16px of something at the top left. */
function earlier({ value, where }: Operation, [next]: readonly OneMargin[]): readonly OneMargin[] {
  const said = String(value ?? "").replace(/^margin /, "");
  if (next?.side === undefined || !PLAIN.test(said.replace("%", ""))) return [];
  const side = OPPOSITE_AXIS[next.side].find((one) => where?.includes(one));
  return [{ amount: said.endsWith("px") ? said : Number(said.replace("%", "")), ...(side === undefined ? {} : { side }) }];
}

/** What is put somewhere or moved, with its room to the edge; `undefined` for what can have none. */
export function withMargin(op: Operation, margins: readonly OneMargin[]): Operation | undefined {
  const moved = op.kind === "object.move" && op.where !== undefined;
  if (!moved && !op.kind.endsWith(".add")) return undefined;
  if (moved && op.value !== undefined && !/^margin /.test(String(op.value))) return undefined;
  const value = spoken([...earlier(op, margins), ...margins], op.where);
  return { ...op, value: moved ? `margin ${worded(value)}` : value };
}
