import { redact } from "./redact.ts";

/** Ordered by severity; a logger writes its own level and everything above it. */
export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Fields name things by id, code, count or duration only: never a token, an instruction, a file name or a path,
 * so that a log can be shared as it is.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON object a line: `{"time","level","event",…fields}`. */
export function createLogger(level: LogLevel, write: (line: string) => void, now: () => Date = () => new Date()): Logger {
  const threshold = LOG_LEVELS.indexOf(level);
  const at =
    (own: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(own) < threshold) return;
      const safe = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, redact(value)]));
      write(`${JSON.stringify({ time: now().toISOString(), level: own, event, ...safe })}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Writes nothing: for short commands and tests. */
export const silentLogger: Logger = createLogger("silent", () => undefined);

/** `EMEND_LOG` chooses the level; anything unknown means `warn`. */
export function logLevelOf(value: string | undefined): LogLevel {
  return LOG_LEVELS.find((level) => level === value) ?? "warn";
}
