import type { Operation } from "../../../protocol/plan.ts";
import { DIRECTIONS } from "../lexicon/positions.ts";
import { find, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { directionIn } from "../reference/place.ts";
import { sidesOf } from "./frame-size.ts";

const SURROUNDINGS =
  "(?:天空|夜空|星空|云|草地|草坪|草原|地面|地板|海面?|海水|沙滩|背景|墙面?|桌面|台面|雪地?|森林|树林|树|水面|湖面|画面|场景|街道|马路|道路|山|田野|风景|沙漠|空间|留白)";
/** 上下补天空和草地, 往右补出更多沙滩: which way the frame grows, and what is to be seen there. */
const GROWS = new RegExp(
  `^(?:再|然后|都)?(?:在|把|将)?(?:画面|图片?|照片|画布)?(?:的)?(?<s>[往向朝]?(?:上下左右|上下|左右|四周|两[边侧]|周围|[左右上下顶底](?:[边面侧方部])?))(?:再|都|各|多)*(?:补(?:出来?|上|全|画|满|足)?|填充?(?:上|满)?|加上|延(?:伸|展)(?:出来?)?|扩(?:展)?出来?|续(?:上|画)?|接(?:上|着画)?)(?:更多|多?一?[点些片])?的?(?<x>${SURROUNDINGS}(?:(?:和|与|及|、)${SURROUNDINGS})*)$|^[往向朝](?<t>[左右上下])(?:[边面侧方])?(?:再|都|各|多)*补出来?(?:更多|多?一?[点些片])?的?(?<y>[^,]{1,10})$`,
  "du",
);
function grown(clause: Phrase, before: Operation | undefined): Operation | undefined {
  const found = /[补延扩续接填加]/.test(clause.key) ? find(clause, GROWS) : undefined;
  const shown = found?.of("x") ?? found?.of("y");
  const side = found?.of("s") ?? found?.of("t");
  if (shown === undefined || side === undefined) return undefined;
  const sides = sidesOf(side);
  const where =
    sides === undefined ? (directionIn(side)?.where ?? DIRECTIONS.get(side.key.replace(/^[往向朝]|[边面侧方部]$/gu, ""))) : undefined;
  const target = wordsOf(shown);
  if (before?.kind !== "canvas.extend") return operation("canvas.extend", { target, where, sides });
  return before.where === undefined && before.sides === undefined
    ? { ...before, ...operation("canvas.extend", { target, where, sides }) }
    : undefined;
}

/** A frame that grows by more of what surrounds the picture; behind an extension, which way that one grows. */
export const readGrown: Recogniser = (clause, before) => {
  const growth = grown(clause, before);
  if (growth === undefined) return undefined;
  return before?.kind === "canvas.extend" ? { does: "instead", operations: [growth] } : operate(growth);
};
