import * as v from "valibot";
import type { EditRequest } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import { SENSITIVE_KINDS, type SensitiveKind } from "../../../protocol/sensitive.ts";

/** What a person's word adds to a request. */
export interface Word {
  /** Engines this one edit may be sent to. */
  readonly allow: readonly string[];
  readonly confirmed: readonly SensitiveKind[];
}

export interface Agreement extends Word {
  /** Where the picture would go, where it would leave the machine. */
  readonly host: string | undefined;
  /** List price of one edit there. */
  readonly price: v.InferOutput<typeof PriceSchema> | undefined;
}

const PriceSchema = v.object({ amount: v.number(), currency: v.string() });

const stringIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const priceIn = (value: unknown): Agreement["price"] => (v.is(PriceSchema, value) ? value : undefined);

const NOTHING: Agreement = { allow: [], confirmed: [], host: undefined, price: undefined };

const kindOf = (item: unknown): SensitiveKind | undefined => {
  const kind = typeof item === "object" && item !== null && "kind" in item ? item.kind : item;
  return SENSITIVE_KINDS.find((k) => k === kind);
};

/** What has to be agreed to before the edit may be made; `undefined` where no word helps. */
export function agreementTo({ code, details }: EmendError): Agreement | undefined {
  if (code === "consent_needed") {
    const engine = stringIn(details?.engine);
    return engine === undefined
      ? undefined
      : { ...NOTHING, allow: [engine], host: stringIn(details?.host), price: priceIn(details?.price) };
  }
  if (code !== "confirmation_needed" || !Array.isArray(details?.sensitive)) return undefined;
  const confirmed = details.sensitive.map(kindOf).filter((kind) => kind !== undefined);
  return confirmed.length === 0 ? undefined : { ...NOTHING, confirmed };
}

const merged = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] => [...new Set([...a, ...b])];

/** The same with the person's word. */
export function withWord<R extends Pick<EditRequest, "allow" | "confirmed">>(request: R, word: Word): R {
  const allow = merged(request.allow, word.allow);
  const confirmed = merged(request.confirmed, word.confirmed);
  return { ...request, ...(allow.length > 0 && { allow }), ...(confirmed.length > 0 && { confirmed }) };
}

/** Whether the word an error asks for was given meanwhile. */
export function wordGiven({ allow = [], confirmed = [] }: Pick<EditRequest, "allow" | "confirmed">, error: EmendError): boolean {
  const asked = agreementTo(error);
  if (!asked) return false;
  return asked.allow.every((engine) => allow.includes(engine)) && asked.confirmed.every((kind) => confirmed.includes(kind));
}

/** What many edits ask of a person, once for all of them. */
export interface SharedQuestion extends Word {
  /** The edits it concerns. */
  readonly keys: readonly string[];
  /** Where pictures would go, each place once. */
  readonly sends: readonly Agreement[];
}

/** `undefined` where none of the edits waits for a word. */
export function sharedQuestion(
  edits: readonly { readonly key: string; readonly phase: { readonly kind: string; readonly error?: EmendError } }[],
): SharedQuestion | undefined {
  const asking = edits.flatMap(({ key, phase }) => {
    const agreement = phase.error && agreementTo(phase.error);
    return agreement ? [{ key, agreement }] : [];
  });
  if (asking.length === 0) return undefined;
  const all = asking.map(({ agreement }) => agreement);
  return {
    keys: asking.map(({ key }) => key),
    allow: merged(all.flatMap((a) => a.allow)),
    confirmed: merged(all.flatMap((a) => a.confirmed)),
    sends: all.filter((a, i) => a.host !== undefined && all.findIndex((b) => b.host === a.host) === i),
  };
}
