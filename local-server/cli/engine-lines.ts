import type { EngineView } from "../../protocol/edit.ts";

const STATES = { stored: "key stored", none: "no key", not_needed: "" } as const;

function facts({ local, key, consent, estimate }: EngineView): string {
  const { price, seconds } = estimate ?? {};
  const parts = [
    local ? "on this machine" : consent === undefined ? "elsewhere" : `sends pictures to ${consent.host}`,
    consent === undefined ? "" : consent.given ? "allowed" : "not allowed yet",
    key === undefined ? "" : STATES[key],
    price === undefined ? "" : `about ${price.amount} ${price.currency} a result`,
    seconds === undefined ? "" : `about ${seconds.typical} s a result (measured ${seconds.measured}×)`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** What a person wants to know of an engine: whether it works, where pictures go, what it takes, and what it can do. */
export function engineLines(view: EngineView): readonly string[] {
  const state = view.available ? "ready" : "not available";
  return [
    `${view.name.padEnd(12)} ${state}  (${facts(view)})`,
    ...(view.reason === undefined ? [] : [`             ${view.reason}`]),
    `             ${view.operations.join(" ")}`,
  ];
}
