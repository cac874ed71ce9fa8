import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Logger, LogLevel } from "./logger.ts";

/** Numbers of this process for Prometheus. No label names a person, a tenant, a picture or an instruction. */
export interface Metrics {
  /** `route` is the pattern (`/api/v1/jobs/:id`), never the address asked for. */
  request(seen: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void;
  job(outcome: string, seconds: number): void;
  event(level: LogLevel, event: string): void;
  /** Warnings and errors since the start, by event. */
  troubles(): Readonly<Record<string, number>>;
  /** The exposition format, version 0.0.4. */
  text(): Promise<string>;
}

export type QueueDepth = () => Promise<{ readonly queued: number; readonly running: number }>;

const REQUEST_SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];
const JOB_SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 180, 600];

function queueGauge(registry: Registry, depth: QueueDepth): void {
  const gauge = new Gauge({
    name: "emend_jobs",
    help: "Jobs that wait and run, over all tenants.",
    labelNames: ["state"],
    registers: [registry],
    collect: async () => {
      const { queued, running } = await depth();
      gauge.set({ state: "queued" }, queued);
      gauge.set({ state: "running" }, running);
    },
  });
}

export function createMetrics(depth: QueueDepth): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "emend_" });
  queueGauge(registry, depth);
  const requests = new Histogram({
    name: "emend_request_seconds",
    help: "Time from a request to its answer.",
    labelNames: ["method", "route", "status"],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const jobs = new Histogram({
    name: "emend_job_seconds",
    help: "Time a job took once it was started, by how it ended.",
    labelNames: ["outcome"],
    buckets: JOB_SECONDS,
    registers,
  });
  const events = new Counter({ name: "emend_events_total", help: "Events of the log.", labelNames: ["level", "event"], registers });
  const troubles = new Map<string, number>();
  return {
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status: String(status) }, seconds),
    job: (outcome, seconds) => jobs.observe({ outcome }, seconds),
    event: (level, event) => {
      events.inc({ level, event });
      if (level === "warn" || level === "error") troubles.set(event, (troubles.get(event) ?? 0) + 1);
    },
    troubles: () => Object.fromEntries(troubles),
    text: () => registry.metrics(),
  };
}

/** A logger whose events are counted, also those below the level that is written; `job_end` gives the times of jobs. */
export function countedLogger(logger: Logger, metrics: Metrics): Logger {
  const at =
    (level: "debug" | "info" | "warn" | "error"): Logger["info"] =>
    (event, fields = {}) => {
      metrics.event(level, event);
      if (event === "job_end") metrics.job(String(fields.code), Number(fields.ms) / 1000);
      logger[level](event, fields);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
