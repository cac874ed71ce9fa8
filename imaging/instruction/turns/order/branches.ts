import { BEARER_EN } from "../../lexicon/bearers.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { Q, type Recasting, rule } from "../recasting.ts";

const BEARER = `(?:the |this |our |an? |any )?(?:[a-z]+ ){0,2}?(?:${BEARER_EN}|${ROLE_EN}|headline|tag)`;
const SAYS = "(?:still |currently |now |already )?(?:says?|reads?|shows?|is showing|is)";
const THEN = "\\s*,?\\s*(?:then |please |pls |just |can you |could you )*";

/** What is done where a part of the picture reads so, said of that wording: "if the badge says 'New', change it to 'Bestseller'". */
export const BRANCHES_EN: readonly Recasting[] = [
  rule(
    `\\b(?:if|when|where|in case) ${BEARER} ${SAYS} (?<x>${Q})${THEN}(?<v>change|replace|swap|turn|update|make|switch) (?:it|that|them) (?=to|with|by|for|into|say|read)`,
    "$<v> $<x> ",
    /\b(?:if|when|where|case) /u,
  ),
  rule(
    `\\b(?:if|when|where|in case) ${BEARER} (?:still |currently |now |already )?(?:says?|reads?) (?<x>[^,;.]{1,30}?)\\s*,\\s*(?:then |please |pls |just )*(?<v>change|replace|swap|turn|update|switch) (?:it|that|them) (?<t>to|with|by|for|into) (?<y>[^,;.]{1,30}?)(?=\\s*(?:$|[,;.!]))`,
    "$<v> “$<x>” $<t> “$<y>”",
    /\b(?:if|when|where|case) /u,
  ),
  rule(
    `\\b(?:if|when|where|in case) ${BEARER} ${SAYS} (?<x>${Q})${THEN}(?<v>remove|delete|erase|hide|drop|lose) (?:it|that|them)\\b`,
    "$<v> $<x>",
    /\b(?:if|when|where|case) /u,
  ),
];

/** 如果按钮写的是“A”就改成“B”. */
export const BRANCHES_ZH: readonly Recasting[] = [
  rule(
    `(?:如果|要是|若是?|假如)[^,。;\\uE100-\\uE1FF]{0,10}?(?:上面?|里面?)?(?:还|仍然?)?(?:写的?是?|是|显示的?是?|印的?是?)着?\\s*(?<a>${Q})(?:的话)?\\s*,?\\s*(?:那?就|则|请|麻烦)*(?:把它?)?(?<v>改|换|替换)(?:成|为)\\s*`,
    "把$<a>$<v>成",
    /如果|要是|若|假如/u,
  ),
  rule(
    `(?:如果|要是|若是?|假如)[^,。;\\uE100-\\uE1FF]{0,10}?(?:上面?|里面?)?(?:还|仍然?)?(?:写的?是?|是|显示的?是?|印的?是?|有)着?\\s*(?<a>${Q})(?:的话)?\\s*,?\\s*(?:那?就|则|请|麻烦)*(?:把它?)?(?<v>删掉|去掉|删除|移除|删了)(?:它)?`,
    "把$<a>$<v>",
    /如果|要是|若|假如/u,
  ),
];
