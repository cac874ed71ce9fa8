import { ROLE_ZH } from "../../lexicon/roles.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const PLEASE_EN = "(?:please |then |and |just )*";

/** A question followed by an order about the same thing: the order is said in full, the question stays. */
export const ASKS_THEN_ORDERS_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}why (?:is|are|does|do|did) (?<x>(?:the|our|my|his|her|this|that) [a-z]+(?: [a-z]+)??) (?:so |such |look |looking |like )*[a-z]+(?: [a-z]+)?\\s*\\?\\s*(?:can you |could you )?${PLEASE_EN}(?<v>make|turn|paint|change|move|remove|delete|replace|put|colou?r) (?:it|them)(?=[ .!]|$)`,
    "$<v> $<x>",
    /why/u,
  ),
  rule(
    `${BEGIN_EN}(?<q>(?:is|does|are) (?:the |our |this )?[a-z]+(?: [a-z]+)? (?:still )?(?:say |read )?)(?<a>${Q}|[$€£¥]?\\d[^?,;\\uE100-\\uE1FF]{0,12}?)\\s*\\?\\s*${PLEASE_EN}(?:make|change|set) (?:it|that) (?:to |say )?(?<b>${Q}|[$€£¥]?\\d[^?,;\\uE100-\\uE1FF]{0,12}?)(?=[.!]?\\s*$)`,
    "$<q>$<a>? replace “$<a>” with “$<b>”",
    /\?/u,
  ),
  rule(
    `${BEGIN_EN}(?<q>how many (?<x>[a-z]+(?: [a-z]+)?) (?:are|is|do|can)\\b[^?]{0,30}\\?)\\s*${PLEASE_EN}(?<v>remove|delete|erase|blur|count|switch|turn|light|paint|make) (?:them|all of them|them all)(?: all)?(?<p> off| on| out)?${END_EN}`,
    "$<q> $<v>$<p> the $<x>",
    /how many/u,
  ),
];
export const ASKS_THEN_ORDERS_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:为什么|为啥|怎么)?(?![^?]*(?:是什么|多少|几|谁|哪|啥[^么]?[?]))(?<x>[^,。;?\\uE100-\\uE1FF]{1,8}?)(?:为什么|为啥|怎么|咋)?(?:是|这么|那么|会|成了)+[^,。;?\\uE100-\\uE1FF]{1,6}?(?:的|了|啊|呢)*[?]\\s*(?:请|麻烦|帮我|给我)?(?:把它)?(?=(?:改|换|变|调|弄)(?:成|为|得|亮|暗|大|小))`,
    "把$<x>",
    /[?]/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>${ROLE_ZH})(?<q>(?:现在|目前|上)?(?:写的?|标的?)?(?:是|有)?(?:什么|多少|几号|哪天|啥)[?,。]\\s*)(?:请|麻烦|帮我)?(?:把它)?(?=(?:改|换)(?:成|为)\\s*${Q})`,
    "$<x>$<q>把$<x>",
  ),
  rule(
    `${BEGIN_ZH}(?:图里|画面里|里面|上面)?有(?:没有)?(?<x>[^,。;?有没\\uE100-\\uE1FF]{1,8}?)(?:吗|么)?\\s*[?]\\s*(?:如果|要是)?有(?:的话)?,?(?:就|请|帮我|把它|给我)*(?<v>去掉|删掉|删除|抹掉|擦掉|去除|移除|遮住|打码)${END_ZH}`,
    "把$<x>$<v>",
  ),
];
