import assert from "node:assert/strict";
import { test } from "node:test";
import { createTenantLimits } from "./tenant-limits.ts";

const nothing = { edits: 0, pixels: 0, spend: 0 };
const unused = { today: async () => nothing, month: async () => nothing };

test("a tenant's bucket empties, says how long to wait, refills, and is nobody else's", () => {
  let now = 0;
  const limits = createTenantLimits({ requestsPerMinute: 60 }, unused, () => now);
  const taken = Array.from({ length: 20 }, () => limits.admit("a").ok).filter(Boolean).length;
  assert.equal(taken, 12);
  const refused = limits.admit("a");
  assert.deepEqual(!refused.ok && [refused.error.code, refused.error.details], ["rate_limited", { seconds: 1 }]);
  assert.ok(limits.admit("b").ok);
  now += 1000;
  assert.ok(limits.admit("a").ok);
  assert.ok(!limits.admit("a").ok);
});

test("without limits nothing is refused", async () => {
  const limits = createTenantLimits({}, unused);
  for (let i = 0; i < 1000; i++) assert.ok(limits.admit("a").ok);
  assert.ok((await limits.mayEdit("a")).ok);
});

test("pixels of the day and money of the month end new edits", async () => {
  const used = { today: async () => ({ ...nothing, pixels: 5e6 }), month: async () => ({ ...nothing, spend: 20 }) };
  for (const limits of [{ pixelsPerDay: 5e6 }, { spendPerMonth: 20 }]) {
    const refused = await createTenantLimits(limits, used).mayEdit("a");
    assert.equal(!refused.ok && refused.error.code, "rate_limited");
  }
  assert.ok((await createTenantLimits({ pixelsPerDay: 6e6, spendPerMonth: 21 }, used).mayEdit("a")).ok);
});
