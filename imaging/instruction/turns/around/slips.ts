import { type Recasting, rule } from "../recasting.ts";
import { VERB_EN } from "../shared-words.ts";

/** Slips of the finger in words the grammar lives by. */
const SPELT = (
  [
    ["teh|hte|tha(?= (?:title|headline|text|logo|price|date|background))", "the"],
    ["adn", "and"],
    ["whats", "what's"],
    ["rm(?= (?:the|that|this|those|all|my|his|her)\\b)", "remove"],
    ["del(?= (?:the|that|this|those|all|my|his|her)\\b)", "delete"],
    ["mak(?= (?:the|it|this|her|his)\\b)", "make"],
    ["brightnes|brigthness|brighness", "brightness"],
    ["contrst|contast|constrast", "contrast"],
    ["saturaton|satuartion|saturtion", "saturation"],
    ["gimme", "give me"],
    ["lemme", "let me"],
    ["wanna", "want to"],
    ["gotta", "have to"],
    ["romm", "room"],
    ["forrest", "forest"],
    ["backgroud|bakground|backgorund|backround", "background"],
    ["repalce|relpace|replce", "replace"],
    ["chnage|cahnge|chage", "change"],
    ["remvoe|rmove|reomve", "remove"],
    ["tittle|titel", "title"],
    ["heigth", "height"],
    ["lenght", "length"],
    ["widht", "width"],
    ["yelow", "yellow"],
    ["purpel", "purple"],
    ["dont", "don't"],
    ["doesnt", "doesn't"],
    ["cant", "can't"],
    ["abit", "a bit"],
    ["alot", "a lot"],
    ["delte|deleet|delet|dlete|deelte", "delete"],
    ["chnge|chaneg|cange|chagne|chnange", "change"],
    ["replcae|repace|reaplce", "replace"],
    ["swich|swtich", "switch"],
    ["udpate|upadte|updte", "update"],
    ["moev|mvoe", "move"],
    ["maek|mkae", "make"],
    ["colro|coulor|collor|clolor", "color"],
    ["brigther|brighetr|brightr", "brighter"],
    ["backgrond|backgroudn|bacground|backgound|backgruond", "background"],
    ["headlien|haedline|heading line", "headline"],
    ["wtih|wiht", "with"],
    [
      "n(?= (?:the|our|also|then|make|change|move|put|add|remove|delete|bigger|larger|smaller|bold|bolder|italic|darker|lighter|cent(?:er|re)(?:ed)?|underlined?|red|blue|white|black|gold)\\b)",
      "and",
    ],
  ] as const
).map(([slip, word]) => rule(`\\b(?:${slip})\\b`, word));

export const SLIPS: readonly Recasting[] = [
  // Said behind an order, it would end up inside it once that is put another way; where no verb says so, it is what makes an order of the rest.
  rule(`(?<=\\b${VERB_EN}\\b.*\\S)[ ,]+(?:please|pls|plz)(?=[\\s.!~]*$)`, "", /please|pls|plz/u),
  ...SPELT,
];
