/** In every payload, so that a system call that carries one can be told. */
export const MARK = "emendescape";

const CLIMBS = [
  "../",
  "..\\",
  "%2e%2e%2f",
  "%2e%2e/",
  "..%2f",
  "%252e%252e%252f",
  "..%c0%af",
  "..%ef%bc%8f",
  "....//",
  "..;/",
  ".\u2024/",
  "．．／",
];
const DEPTHS = [1, 3, 8];

const climbing = CLIMBS.flatMap((step) => DEPTHS.map((depth) => `${step.repeat(depth)}${MARK}`));

const absolute = [
  `/etc/${MARK}`,
  `//etc/${MARK}`,
  `/proc/self/${MARK}`,
  `file:///etc/${MARK}`,
  `C:\\${MARK}`,
  `C:/${MARK}`,
  `\\\\server\\share\\${MARK}`,
  `\\\\?\\C:\\${MARK}`,
  `~/${MARK}`,
  `$HOME/${MARK}`,
];

const odd = [
  `${MARK}\0.png`,
  `${MARK}%00.png`,
  `con.${MARK}`,
  `nul/${MARK}`,
  `${MARK}.`,
  `${MARK}::$DATA`,
  `-${MARK}`,
  `${MARK};id`,
  `\u202egnp.${MARK}`,
  `${MARK}\n`,
  `${"a".repeat(300)}${MARK}`,
  `blobs-${MARK}`,
  `../blobs-${MARK}/x`,
  `${"a".repeat(64)}/../${MARK}`,
];

/** Some sixty ways out of a folder. */
export const PATH_PAYLOADS: readonly string[] = [...climbing, ...absolute, ...odd];
