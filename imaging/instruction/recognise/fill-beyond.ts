import { operation, type Recogniser } from "../reading.ts";
import { colourOf } from "../style/colour.ts";

const PART_EN =
  "(?:(?:left and right|top and bottom|two|both|extra|empty|blank|new|added|remaining|leftover) )*(?:sides?|rest|gaps?|edges?|space|areas?|parts?|bits|room|margins?|bars?|padding|borders?|canvas|top and bottom|left and right)(?: around it)?";
const EN = new RegExp(
  `^(?:and |then |just )*(?:(?:fill|pad)(?: (?:it|them))?(?: in| out)? (?:with|in)|(?:fill|pad|paint|make|have|colou?r)(?: in| out)? (?:the |both |all |any |all the )?${PART_EN}(?: filled)?(?: (?:with|in))?) (?:plain |solid |pure )?(?<c>[a-z#\\d -]{3,20})$`,
  "u",
);
const PART_ZH =
  "(?:两边|两侧|左右两?[边侧]?|上下(?:两[边侧])?|四周|四边|周围|空白?(?:出来?)?(?:处|的?(?:地方|部分|区域|位置))?|其余(?:的)?(?:部分|地方)?|剩下的?(?:地方|部分)?|多出来?的?(?:地方|部分)?|不够的?(?:地方|部分)?|边缘|新增的?(?:部分|区域|地方)|扩出来?的?(?:部分|地方)|扩展的?(?:部分|区域))";
const ZH = new RegExp(
  `^(?:把|将)?(?:${PART_ZH}|(?=填|[用以拿]))(?:都|全部|全)?(?:用|以|拿)?(?:填充?|补|铺|涂|留)?(?:成|上|为|满)?(?<c>#[\\da-f]{3,6}|[\\p{Script=Han}]{1,5}?)(?:来)?(?:填充|填满|填上|填|补上|补齐|补全|补|铺满|铺|涂满)?$`,
  "u",
);

/** What the canvas gains by itself. */
const CONTINUED = /^(?:the )?(?:same |existing )?background(?: colou?r)?$|^(?:原|同样的?)?背景(?:颜?色)?$/;

/** "make the canvas square, fill the sides with white": what the canvas gains is of that colour, and nothing is cut for the shape. */
export const readFillBeyond: Recogniser = (clause, before) => {
  if (before === undefined || (before.kind !== "canvas.extend" && before.kind !== "crop")) return undefined;
  if (before.value === undefined && before.sides === undefined && before.where === undefined) return undefined;
  if (before.kind === "crop" && typeof before.value !== "string") return undefined;
  const said = (EN.exec(clause.key) ?? ZH.exec(clause.key))?.groups?.c;
  if (said === undefined) return undefined;
  const colour = colourOf(said.trim());
  const { value, where, sides, style } = before;
  const beyond = (wish: typeof style) => operation("canvas.extend", { value, where, sides, style: wish });
  if (colour !== undefined) return { does: "instead", operations: [beyond({ ...style, colour })] };
  return CONTINUED.test(said) ? { does: "instead", operations: [beyond(style)] } : undefined;
};
