import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { SENSITIVE_KINDS, type SensitiveKind } from "../../protocol/sensitive.ts";

const isKind = (word: string): word is SensitiveKind => (SENSITIVE_KINDS as readonly string[]).includes(word);

/** `EMEND_REFUSE=identity,document,watermark`: what this companion never does, whoever confirms it. `bad_usage` for any other word. */
export function refusedKinds(env: Readonly<Record<string, string | undefined>>): Result<readonly SensitiveKind[]> {
  const words = (env.EMEND_REFUSE ?? "").split(",").map((word) => word.trim().toLowerCase());
  const named = words.filter((word) => word !== "");
  const kinds = named.filter(isKind);
  if (kinds.length === named.length) return ok(kinds);
  const help = `Write some of ${SENSITIVE_KINDS.join(", ")}, separated by commas.`;
  return err(emendError("bad_usage", "EMEND_REFUSE names something that is not known.", { help }));
}
