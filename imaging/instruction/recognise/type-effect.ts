import type { Operation, StyleWish } from "../../../protocol/plan.ts";
import { QUOTED } from "../phrase/fold.ts";
import { hasLiteral, type Phrase, part, trimmed } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { COLOUR, coloursIn } from "../style/colour.ts";
import { readStyle } from "../style/style-words.ts";
import { textOperations } from "./wish.ts";

/** What can be wished of type and has no field of its own in a style: the value's name, and how it is said. */
const EFFECTS: readonly (readonly [name: string, says: RegExp])[] = [
  ["underline", /下划线|底线(?=$|[,。])|\bunderlin(?:e[sd]?|ing)\b/u],
  [
    "strikethrough",
    /删除线|中划线|划[掉去](?=了?$)|\bstrike(?:d|s)?[- ]?(?:through|out)\b|\bstruck through\b|\bcross(?:ed)? (?:out|through)\b|\bstrike\b/u,
  ],
  ["glow", /外?发光(?:效果)?|光晕|\b(?:outer )?glow(?:ing)?(?: effect)?\b/u],
  ["smallcaps", /小型大写(?:字母)?|\bsmall[- ]?caps\b|\bsmall capitals\b/u],
  ["titlecase", /首字母大写|\b(?:title|proper) case\b/u],
  ["sentencecase", /\bsentence case\b/u],
  ["uppercase", /(?:全部?|都)?大写(?:字母)?|\bupper[- ]?case\b|\bcapital letters\b|\bcapitali[sz]ed?\b|\b(?:in |to )?(?:all[- ]?)?caps\b/u],
  ["lowercase", /(?:全部?|都)?小写(?:字母)?|\blower[- ]?case\b|\bsmall letters\b/u],
  ["justify", /两端对齐|分散对齐|\bjustif(?:y|ied)\b/u],
  ["horizontal", /横排|横着(?:写|排)/u],
  ["vertical", /竖排|竖(?:向|过来|着|起来)(?:来)?(?:排列?|写|放|显示|摆)?|纵向排列?|\bvertical(?:ly)?(?: text| set| writing)?$/u],
  [
    "opacity",
    /(?:不透明度|透明度)(?:[为到成至是:]|改|调|设|降|提|低|高|\s)*\d+%?|半透明|\b(?:semi|half)[- ]?transparent\b|\btranslucent\b|\bopacity\b|(?:\d+ ?% )(?:opacity|opaque|transparent)/u,
  ],
];
/** The order around such a word; what else is left names the type. */
const GRAMMAR =
  /那里要?|那儿要?|要(?=加|用|做|设)|全部|全都|统一|并且?|同时|加上?|添加|增加|一[条道层圈]|[条道层圈]|个|变成?|改成?|改为|换成?|设置?为?|调整?[到至成为]?|显示|用|做成?|排版|把|将|给|让|使|成|为|的|再|都|\b(?:make|turn|set|put|add|apply|give|have|change|convert|write|draw|switch|reduce|lower|raise|an?|the|it|them|to|into|in|at|with|of|on|be|is|line|text|from|under|through|this|all|use|using|for|around|and|plus)\b|荧光|淡淡|外|效果|\d+\s?%|[\s,%]/gu;

/** Lines and light around letters can be taken away again. */
const LINES: ReadonlySet<string> = new Set(["underline", "strikethrough", "glow"]);
const TAKEN_OFF =
  /(?:去掉|去除|删除|删掉|取消|移除|不要|没有|去了|remove|delete|drop|lose|no|without|take off|get rid of)(?:了|掉)?\s*(?:the\b)?/u;

/** 竖排写上“国风”: new wording; how it is set comes with it. */
const NEW_TEXT = new RegExp(
  `(?:添加|增加|加上?|写上?|写入|放上?|插入|\\b(?:add|write|put|insert|place|type)\\b(?:[^${QUOTED}]*\\b(?:says|saying|reading|reads))?)\\s*${QUOTED}`,
  "u",
);

/** 把竖排的“甲”改成“乙”, change the underlined "A" to "B": how a wording is set that another takes the place of tells which one is meant. */
const DESCRIBED = new RegExp(
  `^(?<which>[^${QUOTED}]*)${QUOTED}\\s*(?:(?:给|都|统一)?(?:改|换|替换|变)(?:成|为)|替换为|→|\\b(?:to|with|by|into)\\b)\\s*${QUOTED}`,
  "u",
);

/** All the lettering: "make the text glow". */
const GENERIC = /文字|文本|(?<![\p{Script=Han}])字(?![\p{Script=Han}])|\b(?:text|lettering|letters|words)\b/u;

const NEW_PICTURE =
  /^(?:add|put|overlay|place|insert|stamp|加上?|放上?|添加|贴上?).*(?:logo|watermark|image|picture|sticker|标志|水印|图标)/;

/** A veil over the picture is a thing of its own, however much shows through it. */
const OVERLAY = /^(?:add|put|place|apply|(?:(?:在|给)[^,]{1,12}?)?(?:加|放|叠))[^,]*(?:overlay|mask|scrim|veil|遮罩|蒙版|蒙层|色块|渐变层)/;

const numberIn = (key: string): string => /(\d+(?:\.\d+)?)/.exec(key)?.[1] ?? "50";

interface Wished {
  readonly value: string;
  readonly rest: string;
}

function wished(key: string): Wished | undefined {
  const found = EFFECTS.find(([, says]) => says.test(key));
  if (found === undefined) return undefined;
  const [name, says] = found;
  const said = says.exec(key)?.[0] ?? "";
  const rest = key.replace(says, (hit) => " ".repeat(hit.length));
  if (LINES.has(name) && TAKEN_OFF.test(rest))
    return { value: `no ${name}`, rest: rest.replace(TAKEN_OFF, (hit) => " ".repeat(hit.length)) };
  const amount = /\d/.test(said) || !/半|semi|half|translucent/.test(said) ? numberIn(key) : "50";
  return { value: name === "opacity" ? `opacity ${amount}%` : name, rest };
}

/** What the words beside an effect are about; `none` where they are grammar only. */
function bearerOf(clause: Phrase, rest: string): Reference {
  const blanked = rest.replace(GRAMMAR, (hit) => " ".repeat(hit.length));
  const from = blanked.search(/\S/);
  return readReference(from === -1 ? part(clause, 0, 0) : trimmed(part(clause, from, blanked.trimEnd().length)));
}

/** The text an operation leaves in the picture. */
const leftBy = (before: Operation | undefined): Pick<Operation, "target" | "text" | "where"> | undefined => {
  if (before?.kind.startsWith("text.") !== true || before.kind === "text.remove") return undefined;
  const written = before.text?.to ?? before.text?.from;
  return written === undefined ? { target: before.target, where: before.where } : { text: { from: written } };
};

/** "underlined and red": between wishes of their own; a red underline is none. */
const JOINED = /和|与|并|同时|、|,|(?<!添)加(?=粗|大)|\b(?:and|plus)\b|[+&]/u;

/** "white with 50% opacity": how much shows through stands beside a colour, which is a wish of its own. */
const COLOURED_TOO = new RegExp(`\\s${COLOUR}\\s+(?:with|at|and)\\s+(?:an?\\s+)?\\s*$|^(?:in|with)?\\s*(?:an?\\s+)?\\s+${COLOUR}$`, "u");

/** What is wished beside the effect, and the words that wish neither: "bold, underlined and red for 'Sale'". */
function besides(
  clause: Phrase,
  { rest, value }: Wished,
): { readonly style?: StyleWish; readonly more: readonly string[]; readonly rest: string } {
  if (value === "glow" || !(JOINED.test(rest) || (value.startsWith("opacity") && COLOURED_TOO.test(rest)))) return { more: [], rest };
  const other = wished(rest);
  const left = readStyle({ ...clause, key: other?.rest ?? rest });
  const more = other === undefined ? [] : [other.value];
  return { ...(Object.keys(left.style).length > 0 && { style: left.style }), more, rest: left.rest };
}

/** A thing put in or painted that may then be seen through. */
const SEEN_THROUGH: ReadonlySet<string> = new Set(["image.add", "object.recolour", "object.modify", "object.move"]);

/** Underlined, struck through, in capitals, upright, see-through: `text.restyle` whose value names it. */
export const readTypeEffect: Recogniser = (clause, before) => {
  const wish = wished(clause.key);
  if (
    wish === undefined ||
    NEW_PICTURE.test(clause.key) ||
    NEW_TEXT.test(clause.key) ||
    OVERLAY.test(clause.key) ||
    wished(DESCRIBED.exec(clause.key)?.groups?.which ?? "") !== undefined ||
    /^(?:remove|delete|erase|去掉|删除|删掉)\b.*\b(?:crossed[- ]out|struck[- ]through|strikethrough) (?:price|text|number|word|line)/.test(
      clause.key,
    ) ||
    (!wish.value.startsWith("no ") && /^(?:去掉|去除|删除|删掉|取消|remove|delete)/.test(clause.key))
  )
    return undefined;
  const { style, more, rest } = besides(clause, wish);
  const bearer = bearerOf(clause, wish.value === "glow" ? readStyle({ ...clause, key: rest }).rest : rest);
  const shade = wish.value === "glow" ? coloursIn(clause.key)[0] : undefined;
  if (bearer.kind === "text")
    return operate(
      ...textOperations("text.restyle", bearer, style).map((op) => ({ ...op, value: shade === undefined ? wish.value : `glow ${shade}` })),
      ...more.flatMap((value) => textOperations("text.restyle", bearer).map((op) => ({ ...op, value }))),
    );
  const last = bearer.kind === "none" && !hasLiteral(clause) ? leftBy(before) : undefined;
  if (last !== undefined)
    return operate(
      ...[wish.value, ...more].map((value, i) => operation("text.restyle", { ...last, value, style: i === 0 ? style : undefined })),
    );
  const all = bearer.kind === "none" && !hasLiteral(clause) ? GENERIC.exec(wish.rest)?.[0] : undefined;
  if (all !== undefined) return operate(operation("text.restyle", { target: all, value: wish.value }));
  const added = bearer.kind === "none" && before !== undefined && SEEN_THROUGH.has(before.kind) ? before.target : undefined;
  if (added !== undefined && wish.value.startsWith("opacity"))
    return operate(operation("object.modify", { target: added, value: wish.value }));
  if (bearer.kind === "none" && !hasLiteral(clause) && (wish.value === "justify" || wish.value.startsWith("no ")))
    return operate(operation("text.restyle", { value: wish.value }));
  const seeThrough = wish.value.startsWith("opacity") && bearer.kind === "object";
  return seeThrough
    ? operate(operation("object.modify", { target: bearer.target, where: bearer.where, value: wish.value, style }))
    : undefined;
};
