/** How long understanding takes, over the listed instructions: `node bench/instruction.ts`. */
import { planInstruction } from "../imaging/instruction/plan.ts";
import { saidInstructions } from "../test/fixtures/said-instructions.ts";

const said = saidInstructions().map(({ say }) => say);

const start = performance.now();
planInstruction("change 'SALE' to 'OFFER' in red");
const first = performance.now() - start;

const times: number[] = [];
for (let round = 0; round < 10; round++) {
  for (const instruction of said) {
    const begin = performance.now();
    planInstruction(instruction);
    times.push(performance.now() - begin);
  }
}
times.sort((a, b) => a - b);
const at = (share: number): string => `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(3)} ms`;
console.log(`${said.length} instructions × 10: first ${first.toFixed(0)} ms, median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`);
