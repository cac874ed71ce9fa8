import * as v from "valibot";

/** Messages told apart by their `type`. */
interface Contract extends v.GenericSchema {
  readonly options: readonly (v.GenericSchema & { readonly entries: { readonly type: { readonly literal: string } } })[];
}

/**
 * Checks a message against the one option its type names. Trying all options as the contract itself does leaves behind a function that names
 * itself and with it the message: in an engine that counts references (Figma's is one) the bytes of every picture would stay until its next
 * search for such rings, which bytes do not bring about.
 */
export function readMessage<C extends Contract>(contract: C, message: unknown): v.SafeParseResult<C> {
  const type = typeof message === "object" && message !== null ? (message as { readonly type?: unknown }).type : undefined;
  const option = contract.options.find(({ entries }) => entries.type.literal === type);
  return v.safeParse(option ?? contract, message) as v.SafeParseResult<C>;
}
