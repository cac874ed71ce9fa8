import { type Recasting, rule } from "./recasting.ts";

/** Slips of the finger in words the grammar lives by. */
export const SLIPS: readonly Recasting[] = (
  [
    ["teh", "the"],
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
    ["n(?= (?:the|our|also|then|make|change|move|put|add|remove|delete)\\b)", "and"],
  ] as const
).map(([slip, word]) => rule(`\\b(?:${slip})\\b`, word));
