import type { Operation } from "../../protocol/plan.ts";
import { wordingsEverywhere } from "./everywhere.ts";
import { leaks } from "./leak.ts";
import { orders } from "./orders.ts";
import { assembled, type Span } from "./phrase/assembled.ts";
import { hasLiteral, literalsOf, type Phrase, trimmed } from "./phrase/phrase.ts";
import { plain } from "./phrase/polite.ts";
import { operate, type Reading, type Recogniser } from "./reading.ts";
import { readAdd } from "./recognise/add.ts";
import { alikeIn, likeAnchor } from "./recognise/alike.ts";
import { readArranged } from "./recognise/arranged.ts";
import { readAside } from "./recognise/aside.ts";
import { readCentred } from "./recognise/centred.ts";
import { readChange, readTranslation } from "./recognise/change.ts";
import { readClosing } from "./recognise/closing.ts";
import { readColourLeft } from "./recognise/colour-left.ts";
import { readCondition } from "./recognise/condition.ts";
import { readCorners } from "./recognise/corners.ts";
import { readBehaviour, readDeedEn } from "./recognise/deed-en.ts";
import { readDeedZh } from "./recognise/deed-zh.ts";
import { readDelivery } from "./recognise/delivery.ts";
import { readDetail } from "./recognise/detail.ts";
import { readExcept } from "./recognise/except.ts";
import { readFillBeyond } from "./recognise/fill-beyond.ts";
import { readCrop, readExtend } from "./recognise/frame-size.ts";
import { readGround } from "./recognise/ground.ts";
import { readGrown } from "./recognise/grown.ts";
import { readInTurn, readStylesInTurn } from "./recognise/in-turn.ts";
import { readKeep } from "./recognise/keep.ts";
import { readLike } from "./recognise/like.ts";
import { readLikewise, readSameProperty } from "./recognise/likewise.ts";
import { readLineSpacing } from "./recognise/line-spacing.ts";
import { readHue, readLook } from "./recognise/look.ts";
import { readMargins } from "./recognise/margins.ts";
import { readLit, readModify } from "./recognise/modify.ts";
import { readMove, readPlace } from "./recognise/move.ts";
import { readPunctuation } from "./recognise/punctuation.ts";
import { readQuery } from "./recognise/query.ts";
import { readRemark } from "./recognise/remark.ts";
import { readRemove } from "./recognise/remove.ts";
import { readReprice } from "./recognise/reprice.ts";
import { readSpared } from "./recognise/spared.ts";
import { readRestyle, readStyleOnly } from "./recognise/style-only.ts";
import { readTimeSpan } from "./recognise/time-span.ts";
import { readTone } from "./recognise/tone.ts";
import { readTrade } from "./recognise/trade.ts";
import { readTwoColours } from "./recognise/two-colours.ts";
import { readTypeEffect } from "./recognise/type-effect.ts";
import { readUnable } from "./recognise/unable.ts";
import { readUnnamed } from "./recognise/unnamed.ts";
import { severally } from "./severally.ts";
import { marginsIn, withMargin } from "./style/margin.ts";
import { unheld } from "./unheld.ts";

/** From the most to the least definite sentence form; the first that can read a clause decides. */
const RECOGNISERS: readonly Recogniser[] = [
  readCondition,
  readReprice,
  readTwoColours,
  readInTurn,
  readStylesInTurn,
  readTimeSpan,
  readFillBeyond,
  readGrown,
  readClosing,
  readDelivery,
  readUnable,
  readUnnamed,
  readColourLeft,
  readArranged,
  readCentred,
  readCorners,
  readMargins,
  readLike,
  readSameProperty,
  readLikewise,
  readSpared,
  readExcept,
  readKeep,
  readRemark,
  readQuery,
  readLit,
  readTrade,
  readGround,
  readPunctuation,
  readCrop,
  readExtend,
  readLineSpacing,
  readTypeEffect,
  readHue,
  readTone,
  readStyleOnly,
  readPlace,
  readMove,
  readBehaviour,
  readChange,
  readTranslation,
  readLook,
  readRemove,
  readAdd,
  readRestyle,
  readModify,
  readDeedEn,
  readDeedZh,
  readAside,
  readDetail,
];

function firstReading(clause: Phrase, before: Parameters<Recogniser>[1]): Reading | undefined {
  for (const recognise of RECOGNISERS) {
    const reading = recognise(clause, before);
    if (reading !== undefined && !((reading.does === "remark" || reading.does === "keep") && orders(clause))) return reading;
  }
  return undefined;
}

/** A form that explained only half of its clause gives way to the general reading, or to a question. */
function wholly(clause: Phrase, reading: Reading | undefined, before: Parameters<Recogniser>[1]): Reading | undefined {
  if (reading?.does !== "operate") return reading;
  const quoted = literalsOf(clause);
  return reading.operations.some((op) => leaks(op, quoted)) || unheld(clause, reading.operations)
    ? (readDeedEn(clause, before) ?? readDeedZh(clause, before))
    : reading;
}

/** A clause read without a stretch of it. */
function readAround(clause: Phrase, around: readonly Span[], before: Parameters<Recogniser>[1]): Reading | undefined {
  const { start } = clause;
  const rest = trimmed(
    assembled(
      clause,
      around.map(([from, to]) => [start + from, start + to]),
    ),
  );
  return wholly(rest, firstReading(rest, before), before);
}

const loneOperation = (reading: Reading | undefined): Operation | undefined =>
  reading?.does === "operate" && reading.operations.length === 1 ? reading.operations[0] : undefined;

/** 左下角距边40px加“仅限今日”: the clause without its margin, which is then said of what the rest puts somewhere. */
function besideMargin(clause: Phrase, before: Parameters<Recogniser>[1]): Reading | undefined {
  const said = marginsIn(clause.key);
  if (said === undefined || said.rest.trim() === "") return undefined;
  const reading = readAround(clause, said.around, before);
  const [only] = said.margins;
  if (reading?.does === "place" && reading.value === undefined && said.margins.length === 1 && only !== undefined)
    return { ...reading, value: only.amount };
  const op = loneOperation(reading);
  const placed = op?.where === undefined ? undefined : withMargin(op, said.margins);
  return placed && operate(placed);
}

/** 在“拿铁”下面加一行同样颜色的“可换燕麦奶”: the clause without the likeness, which is that to the text it names. */
function besideLikeness(clause: Phrase, before: Parameters<Recogniser>[1]): Reading | undefined {
  const said = hasLiteral(clause) ? alikeIn(clause.key) : undefined;
  const op = said === undefined ? undefined : loneOperation(readAround(clause, said.around, before));
  const alike = op === undefined || said === undefined ? undefined : likeAnchor(op, said);
  return alike && operate(alike);
}

/** Reads one clause, politeness aside; undefined where no form fits. */
export const readClause = (clause: Phrase, before: Parameters<Recogniser>[1]): Reading | undefined => {
  const bare = plain(clause);
  const reading = besideMargin(bare, before) ?? besideLikeness(bare, before) ?? wholly(bare, firstReading(bare, before), before);
  if (reading !== undefined)
    return wordingsEverywhere(
      clause,
      severally(bare, reading, (one) => firstReading(one, before)),
    );
  // Politeness may be all that marks a clause as none: 膏体就行.
  return orders(clause) ? undefined : readAside(trimmed(clause), before);
};
