import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { jobQueueContract } from "../../test/contract/job-queue-contract.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { SqliteJobQueue } from "./sqlite-job-queue.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-queue-"));
const open: Database[] = [];
after(() => {
  for (const db of open) db.close();
  rmSync(folder, { recursive: true });
});

let count = 0;

jobQueueContract("sqlite", async (options = {}) => {
  const db = await openDatabase(join(folder, String(count++)));
  if (!db.ok) throw new Error(db.error.message);
  open.push(db.value);
  const crash = async (): Promise<SqliteJobQueue> => {
    const queue = new SqliteJobQueue(db.value, options);
    await queue.recover();
    return queue;
  };
  return { queue: new SqliteJobQueue(db.value, options), crash };
});
