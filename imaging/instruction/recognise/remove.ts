import { ALL_OF_THEM } from "../../../protocol/plan.ts";
import { REMOVE_EN, REMOVE_ZH } from "../lexicon/verbs.ts";
import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, isBlank, literalsOf, type Phrase } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { listed } from "../reference/parts.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { styleReading, textOperations } from "./wish.ts";

const FRAMES = [
  new RegExp(
    `^(?:把|将|请将)(?<s>.+?)(?:都|全部|直接|给|从.*中)*(?:${REMOVE_ZH}|(?<![回过上下出进])去)(?:吧|了|掉|一下)*(?:得?干净|彻底)?$`,
    "du",
  ),
  new RegExp(`^(?:不要|(?:${REMOVE_ZH})(?:了|掉)?)(?<s>.*?)了?$`, "du"),
  new RegExp(`^(?<s>.+?)(?:全部|都|给我|帮我|帮忙|请)*(?:${REMOVE_ZH})(?:吧|了)?(?:得?干净|彻底)?$`, "du"),
  /^(?:把|将)?\s*(?<s>.+?)\s*(?:remove|delete|erase)\s*(?:掉|了|一下)?$/du,
  /^(?:take|get|wipe|strip)\s+(?<s>.+?)\s+(?:out|away|off)(?: (?:of )?(?:the|this) \w+)?$/du,
  new RegExp(`^(?:${REMOVE_EN})(?:\\s*(?:掉|了)\\s*|\\s+)(?<s>.+)$`, "du"),
  /^(?<s>.+?)(?:帮我|给我|麻烦|请|都)*去(?:一下|掉|了)(?:吧)?$/du,
  /^(?<s>.+?) (?:should|must|needs? to|ha(?:s|ve) (?:got )?to|can) (?:all |both )?(?:be (?:removed|deleted|erased|gone)|go|disappear|come out)$/du,
  /^(?<s>(?:the|this|that|all|these|those|our|both|every)\s.+?)(?: to be)? (?:gone|removed|deleted|erased)$/du,
  /^(?<s>[^不]{2,}?)(?:都|全都|统统|就|通通)?不要(?:啦|的)?$/du,
];
const EFFECTS: readonly (readonly [RegExp, Parameters<typeof styleReading>[1]])[] = [
  [/(?:的|上的)?(?:阴影|投影)(?:效果)?$|^(?:the )?(?:drop )?shadows? (?:from|of|on|behind|under) /, { shadow: false }],
  [
    /(?:的|上的)?(?:描边|勾边)(?:效果)?$|^(?:the )?(?:outline|stroke)s? (?:from|of|on|around) /,
    { outline: { colour: "#000000", widthPx: 0 } },
  ],
  [/(?:的|上的)?加粗(?:效果)?$|^(?:the )?bold (?:from|of|on) /, { weight: 400 }],
  [/(?:的|上的)?(?:斜体|倾斜)(?:效果)?$|^(?:the )?italics? (?:from|of|on) /, { italic: false }],
];

function effectReading(subject: Phrase): Reading | undefined {
  for (const [pattern, style] of EFFECTS) {
    const found = find(subject, new RegExp(pattern.source, "du"));
    if (found === undefined) continue;
    const bearer = readReference(isBlank(found.before) ? found.after : found.before);
    // A telephone throws a shadow on the table; its number has one behind it.
    if (bearer.target === "phone" && /shadow/.test(subject.key)) return undefined;
    if (bearer.kind === "text" || bearer.kind === "none") return styleReading(bearer, style, "");
  }
  return undefined;
}

/** “A”“B”“C”三个标签: each bears one of the wordings. */
const LISTED = new RegExp(`^(?:${QUOTED}[\\s、,和与跟]*)+${QUOTED}\\s*(?:这|那)?[两三四五六几\\d]个\\p{Script=Han}{2,4}$`, "u");

function removal(reference: Reference): Reading | undefined {
  const { target, where } = reference;
  switch (reference.kind) {
    case "text": {
      const [from, inside] = [reference.strings[0], reference.inside];
      const to = from === undefined || inside === undefined ? "" : from.replaceAll(inside, "").replace(/\s+/g, " ").trim();
      if (from !== undefined && to !== "") return operate(operation("text.replace", { target, text: { from, to }, where }));
      return operate(...textOperations("text.remove", reference));
    }
    case "background":
      return operate(operation("background.remove"));
    // “remove the red”: of what, is not said.
    case "colour":
      return doubt("unclear");
    case "object":
      return operate(operation("object.remove", { target, where, value: reference.all && ALL_OF_THEM }));
    case "picture":
      return where !== undefined || /^(?:top |bottom |side )?banner$/.test(target?.toLowerCase() ?? "")
        ? operate(operation("object.remove", { target, where }))
        : doubt("unclear");
    default:
      return where === undefined ? doubt("unclear") : operate(operation("object.remove", { where }));
  }
}

/** 右上角的促销标签: what is unquoted and called a label is the label, whatever stands on it. */
function bearerItself(reference: Reference, subject: Phrase): Reference {
  const [words, ...more] = reference.strings;
  const isLabel =
    reference.kind === "text" && words !== undefined && more.length === 0 && /(?:标签|角标|贴纸|吊牌|徽章|气泡)$/u.test(words);
  return isLabel && !hasLiteral(subject) ? { ...reference, kind: "object", strings: [], target: words } : reference;
}

/** 水印和左下角的文字: things and wording in one breath, each gone by itself. A place said once is the place of all. */
function severalReading(subject: Phrase): Reading | undefined {
  const parts = listed(subject);
  const references = parts.map(readReference);
  if (references.length < 2 || references.some(({ kind, where }) => kind === "none" && where === undefined)) return undefined;
  const shared = /\p{Script=Han}/u.test(subject.key) ? references[0]?.where : undefined;
  const operations = references.flatMap((one, i) => {
    const inherits = one.where === undefined && shared !== undefined && !parts[i]?.key.includes("的");
    const gone = removal(inherits ? { ...one, where: shared } : one);
    return gone?.does === "operate" ? gone.operations : [];
  });
  return operations.length < references.length ? undefined : operate(...operations);
}

const CHANGED = /^(?:text\.(?:replace|add)|object\.(?:replace|add|recolour)|image\.add)$/;
const IT = /^(?:它们?|这个|it|them)$/;

/** Deletion: wording where it is quoted or called text, the ground, else a thing. */
/** 还有底下一行小字: the verb is said once. */
const ALSO = /^(?:还有|以及|连同|包括|外加|and|plus|as well as|along with|together with)\s*(?<s>.+)$/du;

/** "…, and the mirror too". */
const TOO = /^(?:and )?(?<s>(?:the|our|that|those|these|her|his)\s[a-z ]+?) (?:too|as well|also)$/du;

export const readRemove: Recogniser = (clause, before) => {
  const more = before?.kind.endsWith(".remove") === true ? (find(clause, TOO) ?? find(clause, ALSO))?.of("s") : undefined;
  if (more !== undefined) return severalReading(more) ?? removal(readReference(more));
  if (/红眼$|\bred[- ]?eyes?$/.test(clause.key)) return undefined;
  for (const pattern of FRAMES) {
    const subject = find(clause, pattern)?.of("s");
    if (subject === undefined || /^(?:太|过于|过度|那么|这么)/.test(subject.key)) continue;
    if (isBlank(subject)) return doubt("unclear");
    if (hasLiteral(subject) && literalsOf(subject).every((text) => text.trim() === "")) return doubt("which_text");
    if (LISTED.test(subject.key)) return operate(...literalsOf(subject).map((from) => operation("text.remove", { text: { from } })));
    const reference = bearerItself(readReference(subject), subject);
    // 标题改红色，不要红色: what was just wished.
    if (reference.kind === "colour" && before?.style?.colour !== undefined)
      return operate(operation("object.remove", { target: reference.target }));
    // 把A改成B，再把它删掉: changed only to go.
    if (
      reference.kind === "none" &&
      reference.where === undefined &&
      before !== undefined &&
      CHANGED.test(before.kind) &&
      IT.test(subject.key)
    )
      return doubt("contradiction");
    return effectReading(subject) ?? severalReading(subject) ?? removal(reference);
  }
  return undefined;
};
