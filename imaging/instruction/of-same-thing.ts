import type { Operation } from "../../protocol/plan.ts";
import type { Phrase } from "./phrase/phrase.ts";
import { operation } from "./reading.ts";

/** "brightness +20%" → "brightness"; undefined for a look or another kind. */
export const toneProperty = (op: Operation | undefined): string | undefined =>
  op?.kind === "tone.adjust" ? /^(\w+) [+-]?\d/.exec(String(op.value))?.[1] : undefined;

/** The second half of an order, whose thing and verb were said in the first. */
const OWN_COLOUR = /^(?:它的?|字的?)?颜色(?:再|要|得|稍微?|略微?|调|变)*(?:亮|暗)/u;
const HALF = /^(?:(?:also|and|still|even|a (?:bit|little|touch)|slightly|much|more|less) )*[a-z]+(?: in (?:colou?r|tone|shade))?$/;

/** How a new ground is to look. */
const AS_GROUND =
  /^(?:and |but )?(?:slightly |a (?:bit|little) |very |heavily |nicely |softly )*(?:blurred|blurry|out of focus|defocused)$|^(?:稍微|略微|略|轻微|适当|要|并|再)*(?:虚化|模糊)(?:一?[点些下]|处理)?$/u;

/** "make the food warmer and a bit brighter": the second half speaks of the thing the first named. */
export function ofSameThing(before: Operation | undefined, operations: readonly Operation[], { key }: Phrase): readonly Operation[] {
  const { target } = before ?? {};
  if (before !== undefined && /^text\.(?:restyle|replace)$/.test(before.kind) && (HALF.test(key) || OWN_COLOUR.test(key)))
    return operations.map((op) =>
      op.target === undefined && toneProperty(op) === "brightness"
        ? operation("text.restyle", {
            target,
            text: before.text?.from === undefined ? undefined : { from: before.text.to ?? before.text.from },
            where: before.where,
            value: op.value,
          })
        : op,
    );
  // "replace the backdrop with a forest, slightly blurred": the new ground is.
  if (before?.kind.startsWith("background.") === true && AS_GROUND.test(key))
    return operations.map((op) => (toneProperty(op) === "blur" && op.target === undefined ? { ...op, target: "背景" } : op));
  if (target === undefined || toneProperty(before) === undefined || !HALF.test(key)) return operations;
  return operations.map((op) => (op.target === undefined && toneProperty(op) !== undefined ? { ...op, target } : op));
}
