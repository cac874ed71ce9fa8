import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { boundsOf } from "../../../protocol/geometry.ts";
import { ALL_OF_THEM, type Operation } from "../../../protocol/plan.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask, RasterImage } from "../../raster/raster.ts";
import { type LightContext, unsupported } from "../light-step.ts";
import { answersTo, ninthOf } from "../remove/find-marks.ts";
import { codeArea } from "./code-area.ts";
import { codeKind } from "./code-words.ts";

export const NO_QR_CODE = "No QR code was found; one that is very small or much decorated is not told.";

/** All codes that are found are meant: several were named, or every one. */
const meansAll = ({ target = "", value }: Operation): boolean => value === ALL_OF_THEM || /codes\b/i.test(target);

const together = (masks: readonly Mask[]): Mask => maskWhere(masks[0], (i) => masks.some(({ data }) => data[i] !== 0));

/**
 * The area of a QR code named by word, with its card; `undefined` where none is named or nobody here can read codes.
 * Codes: `instruction_unclear` (several could be meant, `details.blocks`), `unsupported_operation` (none is there).
 */
export async function namedCode(image: RasterImage, operation: Operation, context: LightContext): Promise<Result<Mask> | undefined> {
  const named = operation.target ?? "";
  if (codeKind(named) !== "qr") return undefined;
  const { findCodes } = context.ports;
  if (findCodes === undefined) return undefined;
  const seen = (await findCodes(image, context.signal)).flatMap((code) => {
    const rect = boundsOf<"image">(code.quad);
    return code.kind === "qr" ? [{ ...code, rect, where: ninthOf(rect.x + rect.width / 2, rect.y + rect.height / 2, image) }] : [];
  });
  const places = (codes: typeof seen): string => codes.map((code) => code.where.replace("-", " ")).join(", ");
  const fitting = seen.filter((code) => answersTo(code.where, operation.where));
  if (fitting.length === 1 || (fitting.length > 1 && meansAll(operation)))
    return ok(together(fitting.map((code) => codeArea(image, code))));
  if (fitting.length > 1) {
    const details = { blocks: fitting.map(({ rect, where }) => ({ ...rect, where })) };
    const message = `${fitting.length} QR codes were found: ${places(fitting)}.`;
    return err(
      emendError("instruction_unclear", message, { stage: "find", help: "Say which corner, or draw a region around it.", details }),
    );
  }
  return unsupported(
    seen.length === 0 ? NO_QR_CODE : `No QR code was found there, but at the ${places(seen)}.`,
    "Draw a region or mask around what shall go, or use a generative engine.",
  );
}
