import { ALL_OF_THEM, type Operation, type StyleWish } from "../../../protocol/plan.ts";
import { ROLE_EN, ROLE_ZH } from "../lexicon/roles.ts";
import { QUOTED } from "../phrase/fold.ts";
import { type Phrase, part, trimmed } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading } from "../reading.ts";
import type { Reference } from "../reference/reference.ts";
import { isColourAlone } from "../style/colour.ts";
import { finishIn } from "../style/finish.ts";
import { readStyle } from "../style/style-words.ts";

/** 标题和副标题: several roles in one breath. */
const ROLES = new RegExp(`^(?:${ROLE_ZH}|${ROLE_EN})(?:(?:和|与|及|、|\\s+and\\s+(?:the\\s+)?)(?:${ROLE_ZH}|${ROLE_EN}))+$`, "u");

/** One text operation for every string a reference quotes, or one for its target. */
export function textOperations(kind: Operation["kind"], reference: Reference, style?: StyleWish): Operation[] {
  const { where, target, nth } = reference;
  const roles = target !== undefined && ROLES.test(target.toLowerCase()) ? target.split(/和|与|及|、|\s+and\s+(?:the\s+)?/i) : [target];
  if (reference.strings.length === 0) return roles.map((role) => operation(kind, { target: role, where, style }));
  return reference.strings.map((from) => operation(kind, { target, text: { from }, where, nth, style }));
}

const SIDE = { left: "left", right: "right", center: "center" } as const;

/** Lettering is aligned, a thing is moved there; what else is wished of it stays. */
function aligned({ target, where }: Reference, { align, ...style }: StyleWish): Reading {
  const move = operation("object.move", { target, where: SIDE[align ?? "center"] });
  return Object.keys(style).length === 0 ? operate(move) : operate(operation("object.modify", { target, where, style }), move);
}

/** Only letters are bold, slanted or set in a face: what is wished so is type, whatever it was called. */
const SAYS_TYPE = ["weight", "italic", "font", "tracking"] as const;

/** A style wish about a reference: type is restyled, things are recoloured or modified, grounds recoloured. */
export function styleReading(reference: Reference, style: StyleWish, words?: string): Reading {
  const { target, where } = reference;
  switch (reference.kind) {
    case "text":
      return operate(...textOperations("text.restyle", reference, style));
    case "none":
      return { does: "style", style, bare: false };
    case "background":
      return operate(operation("background.recolour", { style, where }));
    case "colour":
      return reference.strings.length === 0 && isColourAlone(style)
        ? doubt("which_colour")
        : operate(operation("text.restyle", { target, style, where }));
    case "picture":
      return operate(operation("tone.adjust", { target, style, where, value: words }));
    case "object":
      if (SAYS_TYPE.some((key) => key in style)) return operate(operation("text.restyle", { target, style, where }));
      if (style.align !== undefined) return aligned(reference, style);
      return operate(
        isColourAlone(style)
          ? operation("object.recolour", { target, style, where, value: reference.all ? ALL_OF_THEM : finishIn(words ?? "") })
          : operation("object.modify", { target, style, where }),
      );
  }
}

const nonEmpty = (style: StyleWish): StyleWish | undefined => (Object.keys(style).length > 0 ? style : undefined);

/** Style words around the quoted new wording: 改成红色的'B', "to 'B' in bold teal". */
export function styleBeside(result: Phrase): StyleWish | undefined {
  const first = result.key.indexOf(QUOTED);
  const last = result.key.lastIndexOf(QUOTED) + 1;
  const before = readStyle(trimmed(part(result, 0, first))).style;
  const after = readStyle(trimmed(part(result, last))).style;
  return nonEmpty({ ...before, ...after });
}
