import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { openTables } from "../../open-tables.ts";
import { createAuditLog, verifyAudit } from "../../store/audit-log.ts";
import type { Queries } from "../../store/tables.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, ExitCode } from "../command.ts";

async function list(queries: Queries, { output, json }: CliContext): Promise<Result<ExitCode>> {
  const log = createAuditLog(queries, () => undefined);
  let after = 0;
  for (;;) {
    const records = await log.list({ after });
    for (const r of records) {
      if (json) output.json(r);
      else output.data(`${r.n}  ${r.at}  ${r.tenant}  ${r.actor}  ${r.action}  ${r.subject}  ${r.outcome}`);
    }
    if (records.length === 0) return ok(0);
    after = records.at(-1)!.n;
  }
}

async function verify(queries: Queries, head: string | undefined, { output, json }: CliContext): Promise<Result<ExitCode>> {
  const verdict = await verifyAudit(queries);
  const cut = head !== undefined && head !== verdict.head;
  if (json) output.json({ ...verdict, ...(head !== undefined && { headMatches: !cut }) });
  else if (verdict.brokenAt !== undefined)
    output.line(`Entry ${verdict.brokenAt} does not follow from the one before: the log was changed.`);
  else output.line(`${verdict.entries} entries, each follows from the one before. The last hash is ${verdict.head}`);
  if (cut && !json) output.line("The last hash is another than the one given: entries were added since, or the end was cut off.");
  return ok(verdict.brokenAt === undefined && !cut ? 0 : 1);
}

export const audit: Command = {
  name: "audit",
  usage: "audit list | audit verify [--head HASH] [--json]",
  summary: "Shows who did what to which job, or checks that nothing in this log was changed or removed.",
  positionals: { min: 1, max: 1 },
  options: { head: { type: "string", value: "HASH", help: "The last hash of an earlier check, kept elsewhere." } },
  run: async (args, context) => {
    const [action] = args.positionals;
    if (action !== "list" && action !== "verify")
      return err(emendError("bad_usage", `audit does not know "${action}".`, { help: "Use audit list or audit verify." }));
    const tables = await openTables(context.dataFolder, context.env);
    if (!tables.ok) return tables;
    try {
      return await (action === "list" ? list(tables.value.queries, context) : verify(tables.value.queries, args.text("head"), context));
    } finally {
      await tables.value.close();
    }
  },
};
