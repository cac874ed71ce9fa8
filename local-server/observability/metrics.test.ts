import assert from "node:assert/strict";
import { test } from "node:test";
import { silentLogger } from "./logger.ts";
import { countedLogger, createMetrics } from "./metrics.ts";

test("requests, jobs, events and the queue are told in Prometheus' words", async () => {
  const metrics = createMetrics(async () => ({ queued: 3, running: 1 }));
  metrics.request({ method: "GET", route: "/api/v1/jobs/:id", status: 200, seconds: 0.01 });
  const logger = countedLogger(silentLogger, metrics);
  logger.info("job_end", { code: "done", ms: 1500 });
  logger.warn("child_died", { child: "edit_worker" });
  const text = await metrics.text();
  for (const line of [
    'emend_jobs{state="queued"} 3',
    'emend_request_seconds_count{method="GET",route="/api/v1/jobs/:id",status="200"} 1',
    'emend_job_seconds_sum{outcome="done"} 1.5',
    'emend_events_total{level="warn",event="child_died"} 1',
  ])
    assert.ok(text.includes(line), line);
  assert.deepEqual(metrics.troubles(), { child_died: 1 });
});
