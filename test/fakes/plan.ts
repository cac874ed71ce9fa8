import type { Plan } from "../../protocol/plan.ts";

/** Understands `from -> to` and nothing else. */
export function fakePlan(instruction: string): Plan {
  const parts = instruction.split("->").map((part) => part.trim());
  if (parts.length !== 2) return { instruction, operations: [], clarify: "Which text should change, and to what?" };
  return { instruction, operations: [{ kind: "text.replace", text: { from: parts[0]!, to: parts[1]! } }] };
}
