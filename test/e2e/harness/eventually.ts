import assert from "node:assert/strict";

/** How long something may take that takes no time at all on an idle machine. */
const AT_ONCE_MS = 20_000;
const LOOK_AGAIN_MS = 20;

/** Waits until it is seen; fails after `withinMs`. */
export async function eventually(seen: () => boolean | Promise<boolean>, withinMs = AT_ONCE_MS): Promise<void> {
  for (const end = Date.now() + withinMs; !(await seen()); await new Promise((r) => setTimeout(r, LOOK_AGAIN_MS)))
    assert.ok(Date.now() < end, `not seen within ${withinMs} ms: ${seen}`);
}

/** Waits until what is read is deeply equal to `wanted`; fails with the last difference after a while. */
export async function becomes<T>(read: () => Promise<T>, wanted: T, withinMs = AT_ONCE_MS): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const now = await read();
    try {
      return assert.deepEqual(now, wanted);
    } catch (difference) {
      if (Date.now() > end) throw difference;
    }
    await new Promise((r) => setTimeout(r, LOOK_AGAIN_MS));
  }
}
