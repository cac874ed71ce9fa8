import { addScores, NOTHING_READ, type ReadingScore } from "./reading-score.ts";

export interface ReadingMark {
  readonly reader: string;
  readonly category: string;
  readonly score: ReadingScore;
  readonly ms: number;
}

/** Figures are missing where a string was not found, or had too little ink to measure. */
export interface PlateMark {
  readonly method: string;
  readonly ground: string;
  readonly category: string;
  readonly platePsnr?: number;
  readonly textureRatio?: number;
  readonly ms: number;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
const figure = (value: number | undefined, digits: number): string => (value === undefined ? "–" : value.toFixed(digits));
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function readingRow(name: string, marks: readonly ReadingMark[]): string[] {
  const { lines, exact, characters, errors } = marks.map((m) => m.score).reduce(addScores, NOTHING_READ);
  const ms = median(marks.map((m) => m.ms));
  return [
    name,
    `${exact} of ${lines} (${((100 * exact) / lines).toFixed(1)} %)`,
    `${((100 * errors) / characters).toFixed(1)} %`,
    figure(ms, 0),
  ];
}

function plateRow(name: string, ground: string, marks: readonly PlateMark[]): string[] {
  const measured = marks.filter((m) => m.platePsnr !== undefined);
  const psnr = median(measured.flatMap((m) => m.platePsnr ?? []));
  const texture = median(measured.flatMap((m) => m.textureRatio ?? []));
  return [
    ground,
    name,
    `${measured.length} of ${marks.length}`,
    figure(psnr, 1),
    figure(texture, 2),
    figure(median(marks.map((m) => m.ms)), 0),
  ];
}

const names = <T>(marks: readonly T[], nameOf: (mark: T) => string): string[] => [...new Set(marks.map(nameOf))];

/** The two tables: reading over all lines, and the ground where the string had been, by kind of ground. */
export function peerTables(readings: readonly ReadingMark[], plates: readonly PlateMark[]): string {
  const readers = names(readings, (m) => m.reader).map((reader) =>
    readingRow(
      reader,
      readings.filter((m) => m.reader === reader),
    ),
  );
  const grounds = [...names(plates, (m) => m.ground).sort(), "all"];
  const filled = grounds.flatMap((ground) =>
    names(plates, (m) => m.method).map((method) =>
      plateRow(
        method,
        ground,
        plates.filter((m) => m.method === method && (ground === "all" || m.ground === ground)),
      ),
    ),
  );
  return [
    "## Reading, all lines of the posters",
    "",
    "Spaces and width forms do not count. CER: edits over true characters; a missed line costs all of its characters.",
    "",
    table(["reader", "lines exact", "CER", "ms a poster, median"], readers),
    "",
    "## Ground where the string had been",
    "",
    "PSNR in the ink against the clean poster (99 = equal), median; texture: fine detail restored over what was there (1 = alike). OpenCV is given",
    "the true ink two pixels wider; ours finds it, and its time holds finding, fitting and restoring.",
    "",
    table(["ground", "method", "measured", "PSNR dB", "texture", "ms"], filled),
    "",
  ].join("\n");
}
