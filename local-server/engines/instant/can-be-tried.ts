import { unsupportedEffect } from "../../../imaging/instant/letter-case.ts";
import { isGround } from "../../../imaging/light/background/ground-words.ts";
import { isMark } from "../../../imaging/light/remove/block-words.ts";
import { canBeLeftOut, leftOutBy } from "../../../imaging/light/tone/left-out.ts";
import { toneWish } from "../../../imaging/light/tone/tone-wish.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { Given } from "../engine.ts";
import { groundColour } from "./ground-colour.ts";

const canAdjust = (target: string): boolean => {
  const kept = leftOutBy(target);
  return kept === undefined ? isGround(target) : canBeLeftOut(kept);
};

const NOTHING: Given = { drawn: false, references: 0 };

/**
 * Whether the light engine can try an operation at all, from the words and what came with them: things known only by their name
 * need a drawn area here, and a new background by words needs an engine that paints.
 */
export function canBeTried(operation: Operation, { drawn, references }: Given = NOTHING): boolean {
  const { kind, target = "", value, where } = operation;
  switch (kind) {
    case "object.remove":
      return drawn || isMark(target) || (target === "" && where !== undefined);
    case "background.replace":
      return references > 0 || groundColour(String(value ?? "")) !== undefined;
    case "text.restyle":
      return unsupportedEffect(operation) === undefined;
    case "image.add":
      return references > 0;
    case "tone.adjust":
      return toneWish(String(value ?? "")) !== undefined && (drawn || target === "" || canAdjust(target));
    default:
      return true;
  }
}
