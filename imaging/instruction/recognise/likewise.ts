import type { Operation, StyleWish } from "../../../protocol/plan.ts";
import { find } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { coloursIn } from "../style/colour.ts";

const SAME =
  /^(?<x>.{1,12}?)(?:也|同样|照样)(?:要|是|得)?(?:一样|同样|如此|这样|这么|同上|照办)(?:处理|改|操作|来|做)?$|^(?<w>.{1,12}?)(?:同样|一样|同上|照样|照此)(?:处理|操作|来|做)$|^(?:and )?(?:then )?(?:please )?(?:do|apply|repeat) (?:exactly )?the same(?: treatment| thing| style)? (?:for|to|with)\s+(?<v>(?:the|our|my|her|his) .{2,24}|\uE000)$|^(?:and )?(?:so )?(?:should|must) (?<y>(?:the|our|my|her|his) .{2,24})$|^(?:and )?(?:the )?same (?:for|with|goes for|applies to|thing for)\s+(?<z>(?:the|our|my|her|his) .{2,24}|\uE000)$/du;

/** What was ordered of one part, as it is ordered of another kind of part. */
export function kindFor(before: Operation, { kind }: Reference): Operation["kind"] | undefined {
  const text = kind === "text";
  if (before.kind.endsWith(".remove")) return text ? "text.remove" : "object.remove";
  if (before.kind === "tone.adjust") return text ? undefined : before.kind;
  if (before.kind !== "text.restyle" && before.kind !== "object.recolour" && before.kind !== "object.modify") return undefined;
  if (text) return before.kind === "object.modify" && before.style === undefined ? undefined : "text.restyle";
  return before.style?.colour === undefined ? "object.modify" : "object.recolour";
}

const PROPERTY_ZH = "(?:颜色|色|字体|字号|大小|粗细|字重|样式|风格)";
const PROPERTY_EN = "(?:colou?r|font size|font|typeface|size|weight|style)";
/** 地毯也换成同样的颜色, "the door in the same colour", "same size for the date". */
const SAME_PROPERTY = new RegExp(
  `^(?:把|将|让|给)?(?<x>.{1,12}?)的?(?:${PROPERTY_ZH})?(?:也|都|同样)*(?:要|得)?(?:换|改|变|调|用|涂|做|设|弄|是|为)?(?:成|为|上)?(?:这|那)?(?:同样|相同|一样|同一|这|那)[个种]?的?(?<p>${PROPERTY_ZH})的?$|^(?:and )?(?:(?:make|turn|paint|colou?r|set|change|have|put|do) )?(?<y>(?:the|our|my|her|his) .{2,30}?)(?: should be| to| in| into| with| gets?| has)* (?:the |that |this )same (?<p2>${PROPERTY_EN})(?: too| as well)?$|^(?:and )?(?:use |with |in )?(?:the |that )?same (?<p3>${PROPERTY_EN}) (?:for|on) (?<z>(?:the|our|my|her|his) .{2,30}?)(?: too| as well)?$`,
  "du",
);

/** What of the last order's style the property named is; a colour may stand in the words of what took a thing's place. */
function ofProperty({ style = {}, value }: Operation, property: string): StyleWish | undefined {
  const { colour, gradient, font, size, sizeFactor, weight } = style;
  const painted = coloursIn(typeof value === "string" ? value.toLowerCase() : "");
  const wish: StyleWish = /色|colou?r/.test(property)
    ? gradient !== undefined
      ? { gradient }
      : { colour: colour ?? (painted.length === 1 ? painted[0] : undefined) }
    : /字号|大小|size/.test(property)
      ? { size, sizeFactor }
      : /字体|font|typeface/.test(property)
        ? { font }
        : /粗细|字重|weight/.test(property)
          ? { weight }
          : style;
  const given = Object.entries(wish).filter(([, one]) => one !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** 地毯也换成同样的颜色: what was just wished of one thing in that one respect, of something else. */
export const readSameProperty: Recogniser = (clause, before) => {
  const found = before === undefined ? undefined : find(clause, SAME_PROPERTY);
  const said = found?.of("x") ?? found?.of("y") ?? found?.of("z");
  const property = (found?.of("p") ?? found?.of("p2") ?? found?.of("p3"))?.key;
  const reference = said === undefined ? undefined : readReference(said);
  if (before === undefined || property === undefined || reference === undefined) return undefined;
  const style = ofProperty(before, property);
  if (style === undefined || !["text", "object", "background"].includes(reference.kind)) return undefined;
  const { kind, target, where } = reference;
  if (kind === "background") return style.font === undefined ? operate(operation("background.recolour", { style })) : undefined;
  const [from] = reference.strings;
  if (kind === "text") return operate(operation("text.restyle", { target, where, style, text: from === undefined ? undefined : { from } }));
  return operate(operation(style.colour === undefined ? "object.modify" : "object.recolour", { target, where, style }));
};

/** 副标题也一样, "so should the door", "same for the badge": what was just ordered, of something else. */
export const readLikewise: Recogniser = (clause, before) => {
  const found = before === undefined ? undefined : find(clause, SAME);
  const said = found?.of("x") ?? found?.of("w") ?? found?.of("v") ?? found?.of("y") ?? found?.of("z");
  const reference = said === undefined ? undefined : readReference(said);
  if (before === undefined || reference === undefined || (reference.kind !== "text" && reference.kind !== "object")) return undefined;
  const kind = kindFor(before, reference);
  const [from] = reference.strings;
  const { target, where } = reference;
  const { style, value } = before;
  return kind && operate(operation(kind, { target, where, style, value, text: from === undefined ? undefined : { from } }));
};
