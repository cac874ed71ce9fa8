import { looksLikeDocument, mayChangeWording, SENSITIVE_REASONS, sensitiveIn } from "../../imaging/safety/sensitive-wish.ts";
import type { EditRequest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { SensitiveKind } from "../../protocol/sensitive.ts";

export interface GateContext {
  /** Kinds that this house does not do, whoever confirms them. */
  readonly refused: readonly SensitiveKind[];
  /** The texts of the picture; asked for only where new wording could change a document. */
  readTexts(): Promise<Result<readonly string[]>>;
}

const listed = (kinds: readonly SensitiveKind[]) => kinds.map((kind) => ({ kind, reason: SENSITIVE_REASONS[kind] }));
const reasons = (kinds: readonly SensitiveKind[]): string => kinds.map((kind) => SENSITIVE_REASONS[kind]).join(" ");

function refusal(kinds: readonly SensitiveKind[]): Result<never> {
  return err(
    emendError("forbidden", `${reasons(kinds)} Your team has decided that Emend does not do this.`, {
      stage: "understand",
      help: "Ask whoever runs the companion, or leave that part out of the instruction.",
      details: { refused: listed(kinds) },
    }),
  );
}

function question(kinds: readonly SensitiveKind[]): Result<never> {
  return err(
    emendError("confirmation_needed", reasons(kinds), {
      stage: "understand",
      help: `If you have the right to do this, confirm it: --confirm ${kinds.join(" --confirm ")} on the command line, "confirmed" in a request.`,
      details: { sensitive: listed(kinds) },
    }),
  );
}

/**
 * Stops a plan that touches somebody's identity, an official document or somebody's claim to the picture until a person has confirmed it, and
 * answers which confirmed kinds it used. Codes: `confirmation_needed` (`details.sensitive`), `forbidden` (`details.refused`), or what reading failed with.
 */
export async function passGate(
  plan: Plan,
  { confirmed = [] }: Pick<EditRequest, "confirmed">,
  context: GateContext,
): Promise<Result<readonly SensitiveKind[]>> {
  const bySaid = sensitiveIn(plan, []);
  const texts = !bySaid.includes("document") && mayChangeWording(plan) ? await context.readTexts() : ok([]);
  if (!texts.ok) return texts;
  const kinds: readonly SensitiveKind[] = looksLikeDocument(texts.value) ? [...bySaid, "document"] : bySaid;
  const refused = kinds.filter((kind) => context.refused.includes(kind));
  if (refused.length > 0) return refusal(refused);
  const open = kinds.filter((kind) => !confirmed.includes(kind));
  return open.length > 0 ? question(open) : ok(kinds);
}
