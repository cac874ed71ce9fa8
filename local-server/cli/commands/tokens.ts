import * as v from "valibot";
import { OWNER_TENANT, ROLES, RoleSchema, TenantSchema } from "../../../protocol/access.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { openTables } from "../../open-tables.ts";
import { type AccessTokens, createAccessTokens } from "../../store/access-tokens.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs, ExitCode } from "../command.ts";

const badUsage = (message: string, help: string): Result<never> => err(emendError("bad_usage", message, { help }));

async function create(args: CommandArgs, tokens: AccessTokens, { output, json }: CliContext): Promise<Result<ExitCode>> {
  const [tenant, role] = [args.text("tenant") ?? OWNER_TENANT, args.text("role") ?? "editor"];
  const name = args.text("name") ?? args.positionals[1];
  if (!v.is(TenantSchema, tenant))
    return badUsage(`"${tenant}" is no tenant.`, "A tenant is up to 40 lower-case letters, digits and hyphens.");
  if (!v.is(RoleSchema, role)) return badUsage(`"${role}" is no role.`, `Roles: ${ROLES.join(", ")}.`);
  if (name === undefined || name.length > 100) return badUsage("Say who gets the token.", "Use --name NAME, at most 100 characters.");
  const made = await tokens.create({ tenant, role, name });
  if (json) output.json(made);
  else output.data(made.token);
  if (!json) output.note(`Token ${made.tokenId} for ${name} (${tenant}, ${role}). It is shown this once: only its digest is kept.`);
  return ok(0);
}

async function list(tokens: AccessTokens, { output, json }: CliContext): Promise<Result<ExitCode>> {
  const held = await tokens.list();
  if (json) output.json({ tokens: held });
  else
    for (const { tokenId, tenant, role, name, createdAt, revokedAt } of held)
      output.data([tokenId, tenant, role, name, createdAt, ...(revokedAt === undefined ? [] : ["revoked", revokedAt])].join("  "));
  return ok(0);
}

async function revoke(id: string | undefined, tokens: AccessTokens, { output, json }: CliContext): Promise<Result<ExitCode>> {
  if (id === undefined) return badUsage("Say which token.", "emend tokens list shows their ids.");
  if (!(await tokens.revoke(id)))
    return err(emendError("not_found", "There is no such token that still holds.", { help: "See emend tokens list." }));
  if (json) output.json({ revoked: id });
  else output.note("Revoked. Its open connections close at once.");
  return ok(0);
}

function act(args: CommandArgs, tokens: AccessTokens, context: CliContext): Promise<Result<ExitCode>> {
  const [action, id] = args.positionals;
  if (action === "create") return create(args, tokens, context);
  if (action === "list") return list(tokens, context);
  if (action === "revoke") return revoke(id, tokens, context);
  return Promise.resolve(badUsage(`tokens does not know "${action}".`, "Use tokens create, tokens list or tokens revoke."));
}

export const tokens: Command = {
  name: "tokens",
  usage: "tokens create --name NAME [--tenant T] [--role R] | tokens list | tokens revoke ID [--json]",
  summary: "Gives out, lists and revokes tokens for people and programs of a team. Your own token is what emend pair prints.",
  positionals: { min: 1, max: 2 },
  options: {
    name: { type: "string", value: "NAME", help: "Who gets the token: a person or a program." },
    tenant: { type: "string", value: "T", help: `The team whose pictures and edits it opens. Default: ${OWNER_TENANT}.` },
    role: { type: "string", value: "R", help: "viewer (look), editor (edit) or admin (also what concerns the team). Default: editor." },
  },
  run: async (args, context) => {
    const tables = await openTables(context.dataFolder, context.env);
    if (!tables.ok) return tables;
    try {
      return await act(args, createAccessTokens(tables.value.queries), context);
    } finally {
      await tables.value.close();
    }
  },
};
