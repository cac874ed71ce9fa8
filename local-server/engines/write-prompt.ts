import type { Operation, Plan } from "../../protocol/plan.ts";

const KEEP = "Keep everything else exactly as it is.";

/** A sentence for operations that came without an instruction; strings that must appear stand verbatim in double quotes. */
function sentenceOf({ kind, target, text, where, style, value }: Operation): string {
  const place = where === undefined ? "" : ` at the ${where.replace("-", " ")}`;
  const colour = style?.colour === undefined ? "" : ` in the colour ${style.colour}`;
  const thing = target ?? "";
  if (kind === "text.replace")
    return `Replace the text "${text?.from ?? thing}" with "${text?.to ?? ""}"${colour}, in the same font and place.`;
  if (kind === "text.remove") return `Remove the text "${text?.from ?? thing}".`;
  if (kind === "text.add") return `Add the text "${text?.to ?? ""}"${place}${colour}.`;
  const [noun, verb] = kind.split(".");
  const what = [verb ?? noun, thing || (verb === undefined ? "" : noun)].filter((part) => part !== "").join(" ");
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${value === undefined ? "" : `: ${String(value)}`}${place}${colour}.`;
}

/** What an instruction-driven model is told: the person's own words where there are any, and to leave the rest alone. */
export function writePrompt({ instruction, operations }: Plan): string {
  const words = instruction.trim();
  const asked = words === "" ? operations.map(sentenceOf).join(" ") : /[.!?。！？]$/.test(words) ? words : `${words}.`;
  return `${asked} ${KEEP}`;
}
