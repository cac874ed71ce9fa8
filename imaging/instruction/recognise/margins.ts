import type { Recogniser } from "../reading.ts";
import { wholeMargin, withMargin } from "../style/margin.ts";
import { MARK, PUT } from "./remark.ts";

/** What stands somewhere, or was just set there and is being styled. */
const HAS_MARGIN = /^(?:text|image|object)\.add$|^object\.(?:move|modify)$|^text\.restyle$/;

/** 距底边40像素, "leave 24px": a clause that only says how far from the edges stands what was put or moved. */
export const readMargins: Recogniser = ({ key, sentence }, before) => {
  const margins = before !== undefined && HAS_MARGIN.test(before.kind) ? wholeMargin(key) : undefined;
  if (before === undefined || margins === undefined) return undefined;
  const own = before.kind === "object.move" && PUT.test(sentence.key) && MARK.test(before.target ?? "");
  const placed = own ? withMargin({ ...before, kind: "image.add" }, margins) : undefined;
  return placed === undefined ? { does: "margins", margins } : { does: "instead", operations: [placed] };
};
