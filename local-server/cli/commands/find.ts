import { ok, type Result } from "../../../protocol/errors.ts";
import { boundsOf } from "../../../protocol/geometry.ts";
import type { FoundText } from "../../../protocol/text-style.ts";
import type { Command } from "../command.ts";
import { findInPicture } from "../find-in-picture.ts";
import { readPicture } from "../read-picture.ts";

function describe({ string, quad, confidence }: FoundText): string {
  const { x, y, width, height } = boundsOf(quad);
  return `${confidence.toFixed(2)}  ${string}  (${x}, ${y}, ${width} × ${height})`;
}

export const find: Command = {
  name: "find",
  usage: "find IMAGE [--json]",
  summary: "Lists every text in a picture: string, place, confidence.",
  positionals: { min: 1, max: 1 },
  options: {},
  run: async (args, context): Promise<Result<0>> => {
    const bytes = await readPicture(args.positionals[0]!, context.folder);
    const found = bytes.ok ? await findInPicture(bytes.value, context) : bytes;
    if (!found.ok) return found;
    if (context.json) context.output.json(found.value);
    else for (const text of found.value.texts) context.output.data(describe(text));
    return ok(0);
  },
};
