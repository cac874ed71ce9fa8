import { find, hasLiteral, type Phrase, trimmed, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { colourOf } from "../style/colour.ts";
import type { ChangeFrame } from "./frames.ts";

/** The last colon that stands in no time of day and no address. */
const LABELLED = /^(?<l>.*[^\d\s])\s*:\s*(?!\/\/)(?<f>.+)$/du;
const LAST_LABEL = /^.*[:,]/u;

/** 姓名：张三→李四, "nothing else: 2023 -> 2024": a label in front of the pair names what carries the wording, or only introduces it. */
export function labelled({ verb, subject, result }: ChangeFrame): Reading | undefined {
  if (verb !== "arrow" || hasLiteral(subject) || hasLiteral(result) || !subject.key.includes(":")) return undefined;
  const found = find(subject, LABELLED);
  const [label, from] = [found?.of("l"), found?.of("f")];
  if (label === undefined || from === undefined || colourOf(from.key) !== undefined) return undefined;
  const { kind, strings, target } = readReference(lastOf(label));
  return operate(
    operation("text.replace", {
      target: kind === "text" && strings.length === 0 ? target : undefined,
      text: { from: wordsOf(from), to: wordsOf(result) },
    }),
  );
}

function lastOf(label: Phrase): Phrase {
  const hit = LAST_LABEL.exec(label.key)?.[0].length ?? 0;
  return hit === 0 ? label : trimmed({ ...label, start: label.start + hit, key: label.key.slice(hit) });
}
