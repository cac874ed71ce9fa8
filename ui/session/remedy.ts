import * as v from "valibot";
import type { EmendError, ErrorCode } from "../../protocol/errors.ts";
import { QuadSchema } from "../../protocol/text-style.ts";
import { agreementTo } from "./job/agreement.ts";

/** The button that helps. `start` shows how to start the companion, `texts` offers the strings that are there, `reload` sends the layer afresh. */
export type Remedy = "retry" | "reload" | "reconnect" | "pair" | "texts" | "agree" | "dismiss";

const BY_CODE: Partial<Record<ErrorCode, Remedy>> = {
  unauthorized: "pair",
  companion_unreachable: "reconnect",
  connection_lost: "reconnect",
  protocol_mismatch: "reconnect",
  consent_needed: "agree",
  confirmation_needed: "agree",
  text_not_found: "texts",
  text_ambiguous: "texts",
  digest_mismatch: "retry",
  blob_missing: "reload",
  engine_failed: "retry",
  storage_failed: "retry",
  insertion_failed: "retry",
  verify_failed: "retry",
  internal: "retry",
  job_not_found: "retry",
};

/** What a person can do about `error`, the best first. */
export function remedyOf(error: EmendError): Remedy {
  const remedy = BY_CODE[error.code];
  if (remedy === "texts" && textsThere(error).length + placesThere(error).length === 0) return "dismiss";
  if (remedy === "agree" && !agreementTo(error)) return "dismiss";
  return remedy ?? (error.retryable ? "retry" : "dismiss");
}

export interface PlaceThere {
  readonly string: string;
  /** Its middle, image pixels. */
  readonly at: { readonly x: number; readonly y: number };
}

const PlaceSchema = v.object({ string: v.string(), quad: QuadSchema });

/** Where the texts alike stand that the companion could not choose between (`details.places`). */
export function placesThere(error: EmendError): readonly PlaceThere[] {
  const places = v.safeParse(v.array(PlaceSchema), error.details?.places);
  if (!places.success) return [];
  return places.output.map(({ string, quad: [a, , c] }) => ({ string, at: { x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 } }));
}

const stringOf = (item: unknown): string | undefined => {
  if (typeof item === "string") return item;
  const string = typeof item === "object" && item !== null && "string" in item ? item.string : undefined;
  return typeof string === "string" ? string : undefined;
};

/** The texts the companion says are in the picture (`details.texts`: strings, or found texts), each once. */
export function textsThere(error: EmendError): readonly string[] {
  const texts = error.details?.texts;
  if (!Array.isArray(texts)) return [];
  return [...new Set(texts.map(stringOf).filter((text) => text !== undefined && text !== ""))] as string[];
}
