import type { EmendError } from "../../../protocol/errors.ts";
import { SENSITIVE_KINDS, type SensitiveKind } from "../../../protocol/sensitive.ts";

/** What a person's word adds to a request. */
export interface Agreement {
  /** Engines this one edit may be sent to. */
  readonly allow: readonly string[];
  readonly confirmed: readonly SensitiveKind[];
  /** Where the picture would go, where it would leave the machine. */
  readonly host: string | undefined;
}

const stringIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const kindOf = (item: unknown): SensitiveKind | undefined => {
  const kind = typeof item === "object" && item !== null && "kind" in item ? item.kind : item;
  return SENSITIVE_KINDS.find((k) => k === kind);
};

/** What has to be agreed to before the edit may be made; `undefined` where no word helps. */
export function agreementTo({ code, details }: EmendError): Agreement | undefined {
  if (code === "consent_needed") {
    const engine = stringIn(details?.engine);
    return engine === undefined ? undefined : { allow: [engine], confirmed: [], host: stringIn(details?.host) };
  }
  if (code !== "confirmation_needed" || !Array.isArray(details?.sensitive)) return undefined;
  const confirmed = details.sensitive.map(kindOf).filter((kind) => kind !== undefined);
  return confirmed.length === 0 ? undefined : { allow: [], confirmed, host: undefined };
}
