import type { Mask } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";
import type { ReplacedLine } from "./replace-line.ts";

interface SetLine {
  readonly line: TextLine;
  readonly text: string;
  readonly family: string;
}

/** The lines that one wish has set so far: they are to go together. */
export interface Block {
  /** Source-sized; 255 = their new ink. */
  standing: Mask | undefined;
  readonly set: SetLine[];
}

export const createBlock = (): Block => ({ standing: undefined, set: [] });

/** Lines of one block are of about one height and follow each other closely. */
const SAME_HEIGHT = 1.25;
const CLOSE = 1.7;

/** The line of the block set before that this one belongs with. */
export function kinOf({ set }: Block, { box, vertical }: TextLine): SetLine | undefined {
  return set.find(({ line: other }) => {
    const ratio = Math.max(box.height, other.box.height) / Math.min(box.height, other.box.height);
    const [dx, dy] = [box.cx - other.box.cx, box.cy - other.box.cy];
    const across = Math.abs(-dx * Math.sin(box.angle) + dy * Math.cos(box.angle));
    const along = Math.abs(dx * Math.cos(box.angle) + dy * Math.sin(box.angle));
    const beside = along < (box.width + other.box.width) / 2;
    return (
      vertical === other.vertical &&
      ratio < SAME_HEIGHT &&
      across < CLOSE * box.height &&
      beside &&
      Math.abs(box.angle - other.box.angle) < 0.06
    );
  });
}

/** Takes a line that has been set into the block. Where its family is not its kin's, says so. */
export function joinBlock(block: Block, at: SetLine & { readonly replaced: Pick<ReplacedLine, "painted"> }): string | undefined {
  const { replaced, ...set } = at;
  const kin = kinOf(block, set.line);
  block.set.push(set);
  const { standing } = block;
  if (standing === undefined) block.standing = { ...replaced.painted, data: replaced.painted.data.slice() };
  else for (let i = 0; i < standing.data.length; i++) if (replaced.painted.data[i] !== 0) standing.data[i] = 255;
  if (kin === undefined || kin.family === set.family) return undefined;
  return `“${kin.text}” was matched to ${kin.family} and “${set.text}” to ${set.family}; look whether the two lines go together.`;
}
