import * as v from "valibot";

/** What a token may do, weakest first; each role may do all that those before it may. */
export const ROLES = ["viewer", "editor", "admin"] as const;
export const RoleSchema = v.picklist(ROLES);
export type Role = v.InferOutput<typeof RoleSchema>;

/** A team on a shared companion; what one has, no other sees. Part of storage addresses, so nothing but lower-case letters, digits and hyphens. */
export const TenantSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
export type Tenant = v.InferOutput<typeof TenantSchema>;

/** The tenant of the person at the machine itself, whose token `emend pair` prints. */
export const OWNER_TENANT = "local";

/** Who is asking: found by the token, never taken from a request. */
export const PrincipalSchema = v.object({
  tenant: TenantSchema,
  role: RoleSchema,
  /** Names the token without telling it; `owner` for the token of the data folder. */
  tokenId: v.string(),
  /** What the token was named when it was made: a person or a program. */
  name: v.string(),
});
export type Principal = v.InferOutput<typeof PrincipalSchema>;

export const mayAct = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
