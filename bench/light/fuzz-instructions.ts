import * as v from "valibot";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import { PlanSchema } from "../../protocol/plan.ts";
import { saidInstructions } from "../../test/fixtures/said-instructions.ts";

const SAID: readonly string[] = saidInstructions().map(({ say }) => say);

/** Two instructions spliced, one with a character lost, doubled or exchanged, or characters drawn from all of them. */
function makers(random: () => number): readonly (() => string)[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const letters = [...new Set(SAID.join(""))];
  const cut = (text: string): number => Math.floor(random() * (text.length + 1));
  return [
    () => {
      const [a, b] = [pick(SAID), pick(SAID)];
      return a.slice(0, cut(a)) + b.slice(cut(b));
    },
    () => {
      const said = pick(SAID);
      const at = cut(said);
      return said.slice(0, at) + pick(["", pick(letters), said.slice(at, at + 1).repeat(2)]) + said.slice(at + 1);
    },
    () => Array.from({ length: 1 + Math.floor(60 * random()) }, () => pick(letters)).join(""),
    () => String.fromCharCode(...Array.from({ length: 1 + Math.floor(40 * random()) }, () => Math.floor(65536 * random()))),
  ];
}

/** Plans so many random and damaged instructions; a throw or a plan outside its schema is a crash. */
export function fuzzInstructions(count: number, seed = 1): { readonly crashes: number; readonly medianMs: number; readonly p99Ms: number } {
  const make = makers(mulberry32(seed));
  const times: number[] = [];
  let crashes = 0;
  for (let i = 0; i < count; i++) {
    const said = make[i % make.length]!();
    const start = performance.now();
    try {
      const plan = planInstruction(said);
      times.push(performance.now() - start);
      if (!v.is(PlanSchema, plan)) crashes++;
    } catch {
      crashes++;
    }
  }
  times.sort((a, b) => a - b);
  return { crashes, medianMs: times[times.length >> 1] ?? 0, p99Ms: times[Math.floor(0.99 * times.length)] ?? 0 };
}
