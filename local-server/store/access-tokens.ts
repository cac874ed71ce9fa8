import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Principal, Role, Tenant } from "../../protocol/access.ts";
import type { Tables } from "./tables.ts";

const TOKEN_BYTES = 32;

/** A token as it is listed: never the secret itself. Times are ISO 8601. */
export interface TokenView extends Principal {
  readonly createdAt: string;
  readonly revokedAt?: string;
}

/** Tokens of tenants. Only digests are kept, so a token can be shown once, when it is made. */
export interface AccessTokens {
  create(holder: { readonly tenant: Tenant; readonly role: Role; readonly name: string }): Promise<TokenView & { readonly token: string }>;
  list(): Promise<readonly TokenView[]>;
  /** Whether there was such a token that still held. Holds for every companion on this database from the next request on. */
  revoke(tokenId: string): Promise<boolean>;
  /** `undefined` for a token that is unknown or revoked. */
  find(token: string): Promise<Principal | undefined>;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
const timeOf = (ms: number): string => new Date(Number(ms)).toISOString();

export function createAccessTokens(queries: Kysely<Tables>, now: () => number = Date.now): AccessTokens {
  return {
    create: async ({ tenant, role, name }) => {
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      const [id, createdAt] = [randomUUID(), now()];
      await queries
        .insertInto("tokens")
        .values({ id, hash: hashOf(token), tenant, role, name, created_at: createdAt, revoked_at: null })
        .execute();
      return { tokenId: id, tenant, role, name, createdAt: timeOf(createdAt), token };
    },
    list: async () => {
      const rows = await queries.selectFrom("tokens").selectAll().orderBy("created_at").execute();
      return rows.map(({ id, tenant, role, name, created_at, revoked_at }) => {
        return {
          tokenId: id,
          tenant,
          role,
          name,
          createdAt: timeOf(created_at),
          ...(revoked_at !== null && { revokedAt: timeOf(revoked_at) }),
        };
      });
    },
    revoke: async (tokenId) => {
      const update = queries.updateTable("tokens").set({ revoked_at: now() }).where("id", "=", tokenId).where("revoked_at", "is", null);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
    find: async (token) => {
      const held = queries.selectFrom("tokens").select(["id", "tenant", "role", "name"]).where("hash", "=", hashOf(token));
      const row = await held.where("revoked_at", "is", null).executeTakeFirst();
      return row === undefined ? undefined : { tokenId: row.id, tenant: row.tenant, role: row.role, name: row.name };
    },
  };
}
