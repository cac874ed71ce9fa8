import type { Operation } from "../../../protocol/plan.ts";
import { find, isBlank, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { likeAnchor, wholeAlike } from "./alike.ts";
import { textOperations } from "./wish.ts";

const WITH_ZH = "(?:和|跟|与|同|像)";
const SAME_ZH = "(?:一样|相同|一致|统一|同样|同色)(?:大小?|粗细|粗|高|的?颜色|的?字体|的?字号|的?样式|的?风格)?(?:的)?";
const PROPERTY_ZH = "(?:字体颜色|文字颜色|颜色|字体|字号|大小|粗细|样式|风格|字重|高度|宽度)";
const PROPERTY_EN = "(?:font size|text size|size|font|typeface|colou?r|weight|style|height|width|spacing)";

const FRAMES = [
  new RegExp(
    `^(?:把|将|让)?(?<s>.{1,24}?)的?(?<p>${PROPERTY_ZH})?(?:也|都)?(?:调整|改|调|变|设置?|做|弄|统一)(?:成|为|得|到)?${WITH_ZH}(?<o>.{1,24}?)的?(?<q>${PROPERTY_ZH})?(?<w>${SAME_ZH})$`,
    "du",
  ),
  // 让“会员价”跟“¥88”颜色一样: no verb but the likeness itself.
  new RegExp(`^(?:把|将|让|使)(?<s>.{1,24}?)(?:也|都)?${WITH_ZH}(?<o>.{1,24}?)的?(?<p>${PROPERTY_ZH})(?:也|都|要)?(?<w>${SAME_ZH})$`, "du"),
  // 第二行的字号和第一行一样大
  new RegExp(
    `^(?:把|将|让)?(?<s>.{1,16}?)的(?<p>${PROPERTY_ZH})(?:也|要|得|应该)*${WITH_ZH}(?<o>.{1,16}?)(?:一样|相同|一致)(?:大|小|粗|高)?$`,
    "du",
  ),
  // 副标题跟标题一样的颜色
  new RegExp(`^(?<s>.{1,16}?)(?:也|要|用|得)*${WITH_ZH}(?<o>.{1,16}?)(?:一样|相同|同样)的?(?<p>${PROPERTY_ZH})$`, "du"),
  new RegExp(
    `^(?:make|set|have) (?:the )?(?<p>${PROPERTY_EN}) of (?<s>.+?) (?:to be )?(?:exactly )?the same as (?:(?:that|the one) (?:of|on|in) )?(?<o>.+)$`,
    "du",
  ),
  new RegExp(
    `^(?:make|set|have|use|put|turn|get) (?<s>.+?) (?:in |to |with |at |be |have )*(?:all )?(?:exactly )?the same (?<p>${PROPERTY_EN}) (?:as|like) (?<o>.+)$`,
    "du",
  ),
  new RegExp(
    `^(?<s>(?!same\\b|with\\b|in\\b|use\\b|keep\\b).+?) (?:in |to |with |at |should be |needs to be |should have )+(?:all )?(?:exactly )?the same (?<p>${PROPERTY_EN}) (?:as|like) (?<o>.+)$`,
    "du",
  ),
  new RegExp(`^(?:make|have|let|get) (?<s>.+?) match (?:(?:the )?(?<p>${PROPERTY_EN}) of (?<o>.+))$`, "du"),
  new RegExp(
    `^(?:change|set|adjust|make|update) (?:the )?(?:text |font )?(?<p>${PROPERTY_EN}) of (?<s>.+?) (?:to |so (?:that )?it )match(?:es)? (?:(?:that|the one) of )?(?<o>.+)$`,
    "du",
  ),
  new RegExp(`^match (?:the )?(?<p>${PROPERTY_EN}) of (?<s>.+?) (?:to|with) (?:that of )?(?<o>.+)$`, "du"),
  /^make (?<s>.+?) as (?<p>big|large|small|bold|thick|tall|wide|dark|light|bright) as (?<o>.+)$/du,
];

/** 颜色跟标题一致, of the wording just written. */
const OF_LAST = new RegExp(
  `^(?<p>${PROPERTY_ZH})(?:也|都|要)?(?:改|换|变|调整?|设)?(?:成|为|得)?${WITH_ZH}\\s*(?<o>.{1,16}?)\\s*的?(?:${PROPERTY_ZH})?${SAME_ZH}$|^(?:in |with |use )?(?:the )?same (?<p2>${PROPERTY_EN}) as (?<o2>(?:the|our) .+)$`,
  "du",
);

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/颜色|色|colou?r|dark|light|bright/u, "colour"],
  [/字体|typeface|font(?! size)/u, "font"],
  [/粗|字重|weight|bold|thick/u, "weight"],
  [/字号|大|高|宽|size|big|large|small|tall|height|wid/u, "size"],
];
const nameOf = (said: string): string => NAMES.find(([says]) => says.test(said))?.[1] ?? "style";

/** "… and use the same color": of the two that were just likened. */
const ALSO_SAME = new RegExp(
  `^(?:and )?(?:(?:in|with|use|have|give it) )?(?:the )?same (?<p>${PROPERTY_EN})(?: too| as well)?$|^(?:也|还)?(?:要|用)?(?:一样|同样|相同)的?(?<q>${PROPERTY_ZH})$|^(?<r>${PROPERTY_ZH})也(?:要|得)?(?:一样|相同|一致)$`,
  "du",
);

function likenedToo(clause: Phrase, before: Operation | undefined): Operation | undefined {
  const model = typeof before?.value === "string" ? /^\w+ like (?<o>.+)$/u.exec(before.value)?.groups?.o : undefined;
  const found = model === undefined || before === undefined ? undefined : find(clause, ALSO_SAME);
  const property = found?.of("p") ?? found?.of("q") ?? found?.of("r");
  return property === undefined || before === undefined ? undefined : { ...before, value: `${nameOf(property.key)} like ${model}` };
}

/** Whether the words name a part of the picture, not how it was: 跟原来一样. */
const named = (other: Phrase): boolean =>
  !isBlank(other) &&
  !/^(?:the )?(?:(?:原|之前|以前|现在|旁边|周围).*|其[他它余].*|(?:颜色|字体|字号|大小|粗细|位置|排版)(?:都|也|要)*(?:保持)?|before|original|rest|others?|now|it (?:is|was).*|everything.*)$/u.test(
    other.key,
  );

/** The wording the last operation wrote, moved or set anew: what a likeness without a name of its own speaks of. */
function bearerOfLast(clause: Phrase, before: Operation | undefined): Partial<Operation> | undefined {
  if (before?.kind === "text.restyle" && before.value === undefined) {
    const { target, text, where, nth } = before;
    return { target, text, where, nth };
  }
  const moved =
    before?.kind === "object.move" && [...clause.sentence.literals.values()].includes(before.target ?? "") ? before.target : undefined;
  const written = before?.kind === "text.replace" || before?.kind === "text.add" ? before.text?.to : moved;
  return written === undefined ? undefined : { text: { from: written } };
}

/** "the same size as the title", 颜色改成和标题一样: how type is set is read off another part of the picture. `value`: `size like TITLE`. */
export const readLike: Recogniser = (clause, before) => {
  const same = before?.kind === "text.add" ? wholeAlike(clause) : undefined;
  const beside = before === undefined || same === undefined ? undefined : likeAnchor(before, same);
  if (beside !== undefined) return { does: "instead", operations: [beside] };
  const too = likenedToo(clause, before);
  if (too !== undefined) return operate(too);
  const own = find(clause, OF_LAST);
  const [model, property] = [own?.of("o") ?? own?.of("o2"), own?.of("p") ?? own?.of("p2")];
  const bearer = bearerOfLast(clause, before);
  if (model !== undefined && property !== undefined && bearer !== undefined && named(model)) {
    const { strings, target } = readReference(model);
    const value = `${nameOf(property.key)} like ${strings[0] ?? target ?? wordsOf(model)}`;
    return operate(operation("text.restyle", { ...bearer, value }));
  }
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const [subject, other] = [found?.of("s"), found?.of("o")];
    if (subject === undefined || other === undefined || !named(other)) continue;
    const said = [found?.of("p"), found?.of("q"), found?.of("w")].map((part) => part?.key ?? "").join("");
    const model = readReference(other);
    const value = `${nameOf(said)} like ${model.strings[0] ?? model.target ?? wordsOf(other)}`;
    const bearer = readReference(subject);
    if (bearer.kind === "text") return operate(...textOperations("text.restyle", bearer).map((op) => ({ ...op, value })));
    if (bearer.kind === "background" && value.startsWith("colour ")) return operate(operation("background.recolour", { value }));
    const kind = value.startsWith("colour ") ? "object.recolour" : "object.modify";
    if (bearer.kind === "object") return operate(operation(kind, { target: bearer.target, where: bearer.where, value }));
  }
  return undefined;
};
