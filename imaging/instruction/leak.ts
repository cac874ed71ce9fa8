import type { Operation } from "../../protocol/plan.ts";
import { DEED_EN } from "./lexicon/deeds-en.ts";
import { fold } from "./phrase/fold.ts";

/** A result, a conjunction or a condition where only a thing can be named: 下来, “curtains shut”, “leaves if there are any”. */
const NO_THING = [
  // “colour of”, “subtitle at”, 往, “vertically”: cut off in the middle, or how and not what.
  /^(?!.*\b(?:she|he|they|it|i|we|you|who|that)\b).*\S (?:of|at|to|with|for|from|into|onto|the|an?|and|or)$/u,
  /^(?:[往向朝从对给跟被比到]|(?:vertic|horizont|diagon)ally|(?:slight|equal|exact|direct|complete|entire|total)ly|there (?:any|are|is|an?)\b.*)$/u,
  /^(?:like|as|such as|maybe|or|so|then|also|just|only|could|should|保留|同时不?|并且|而且|但是?|然后|另外|顺便)$|^(?:could|can|should|would|will) (?:the|you|we|it|this)\b|^(?:don't|do not)\b/u,
  /^(?:上|下|起|出|进|过|开)?(?:来|去)?$|^(?:上|下|满|平|好|直|正|紧|整齐|干净|飘起来|平整|一下)$/u,
  /如果|要是|假如|(?<!看不见)的话$|[吗么]$|^(?:把|将|让|使)(?!手)/u,
  new RegExp(`^(?:${DEED_EN.simple}|${DEED_EN.placing})(?: up| out| down| off| away)? (?:the|this|that|his|her|my|our|all) \\S`, "u"),
  /\S (?:shut|open|closed|clean|upright)$/u,
  // “sky darker and bluer”
  /\S (?:(?:dark|bright|light|warm|cool|cold|soft|sharp|blurri|bigg|small|blu|redd|green|yellow)er)\b/u,
  // “face less red”, “sky not so blue”: the opposite of the colour read.
  /\S (?:less|not(?: (?:so|that|too|as|very))?)$/u,
  // “change the curtains to something”, “but dark”, “colours are dull”, 背景换成雪山
  /^(?:change|replace|swap|switch|make|turn|remove|delete|erase|add|put|keep|leave|crop|give|set) (?:it|them|the|this|that|these|those|his|her|my|our|its|all|every)\b/,
  /^(?:but|and|yet|or|so|then) \S/,
  /^(?:remove|delete|drop|pop|make|add|take|put|别|不要|不用|还是)$/u,
  /^(?!.*\b(?:that|which|who|what|where|whose)\b)[a-z' -]+ (?:is|are|was|were|looks?|seems?|feels?) (?:too |so |very |a (?:bit|little) |not |really )*[a-z]+$/,
  /^换一?[个种款张]?$|出一?[个张份款]$|^(?:the )?same(?: but| thing| one)?$/u,
  /.(?:换|改|变|调|p)成.|^(?:减少|降低|增加|去|少|多|加|再)$/u,
  /\b(?:if|unless|in case|otherwise)\b (?:the|it|there|they|you|any|he|she)\b|\bso (?:that )?(?:the|it|they) /u,
];
/** What stands beside a thing as its place or its new self never begins an order of its own. */
const NO_VALUE = [
  /^(?:an? )?colou?r (?:that|which) /u,
  /,\s*(?:and|but|then)\s/u,
  /^(?:to|into|with|as|and|or|an?|the|成|为|了)$/u,
  /^to an?\b|\b(?:better|nicer|prettier|different|other) (?:ones?|thing)$|^like the (?:others?|rest)\b/u,
  /^(?:把|将|请将?|想让)\S/u,
  /^(?:要是|如果|假如)/u,
];
/** “candles should be lit”: how a thing is to be, not what is to stand in its place. */
const STATE =
  /^(?!(?:seaweed|weed|seed|bed|red|reed|sled|shed|feed|thread|bread|unlimited|limited)$)(?:[a-z]{3,}ed|lit|drawn|shut|open|closed|hung|worn|torn|bent|swept|frozen|folded|wet|dry|clean|empty|full|upright|standing|sitting|smiling)(?: (?:in|on|up|down|out|off|with|over|around|to|by|neatly|back|open|shut|together|slightly|again|halfway)\b.*)?$/u;
/** A wording that holds the condition it hangs on. */
const NO_WORDING = [
  // 换一个更有吸引力的: what it is to say is not said.
  /^一?[个句种条]?(?:更|比较|再)[^,，\d]{1,8}的$/u,
  /^match(?:ing|es)? (?:the|its|our|that|those|what)\b/u,
  /^\d{1,2} ?[:：] ?\d{1,2}的?(?:比例|画幅|横版|竖版|横图|竖图)$/u,
  /[,，]\s*(?:如果|要是|假如).*的话?$/u,
  /[,，]?\s+(?:if (?:it|there|the|they)|unless (?:it|the|there))\b.*$/u,
];

/** “moved up 40 px and made gold”: what is done to a text, which as wording would begin with a capital. */
const DONE = /^(?:[a-z]+ed|made|put|set) (?:and|up|down|to|in|by|on|with|from|at)\b/u;

const openingOf = (words: string): string | undefined => /^\S+ (?:by|with|for|in|on|at|to|from)\b/u.exec(fold(words))?.[0];

/** “hosted by Ana Ruiz” for “hosted by Tom Lee”: what the old wording begins with as well is no state. */
const beginAlike = (a: string | undefined, b: string): boolean =>
  a !== undefined && openingOf(a) !== undefined && openingOf(a) === openingOf(b);

const some = (patterns: readonly RegExp[], words: unknown): boolean =>
  typeof words === "string" && patterns.some((pattern) => pattern.test(fold(words)));

/** Whether words no rule explained have run into what an operation is about: half of the clause was understood. `quoted` words are as written. */
export function leaks({ kind, target, text, value, style }: Operation, quoted: readonly string[]): boolean {
  if (kind === "query" || kind === "text.add") return false;
  // 灰，让画面: two clauses in one name. What is new may be told at length.
  if (kind !== "object.add" && target !== undefined && !quoted.includes(target) && /\p{Script=Han},|,\p{Script=Han}/u.test(fold(target)))
    return true;
  if (target !== undefined && !quoted.includes(target) && some(NO_THING, target)) return true;
  // Not one thing among others is to grow or shrink.
  if (kind === "object.modify" && style?.sizeFactor !== undefined && /^(?:everything(?! else)|all of it)\b/.test(fold(target ?? "")))
    return true;
  if (kind.startsWith("object.") && some(NO_VALUE, value) && kind !== "object.modify") return true;
  if (kind === "object.replace" && typeof value === "string" && STATE.test(fold(value)) && !beginAlike(target, value)) return true;
  return (
    text?.to !== undefined &&
    !quoted.includes(text.to) &&
    ((DONE.test(text.to) && !beginAlike(text.from, text.to)) || some(NO_WORDING, text.to))
  );
}
