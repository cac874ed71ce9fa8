import { OWNER_TENANT, type Principal } from "../protocol/access.ts";
import type { AccessTokens } from "./store/access-tokens.ts";
import { tokenMatches } from "./transport/bearer-token.ts";

const OWNER: Principal = { tenant: OWNER_TENANT, role: "admin", tokenId: "owner", name: "owner" };

/** Who holds a token: the person at this machine (`emend pair`), or somebody given one (`emend tokens create`). */
export const authenticator =
  (ownerToken: () => Promise<string | undefined>, tokens: AccessTokens) =>
  async (token: string | undefined): Promise<Principal | undefined> => {
    if (token === undefined) return undefined;
    return tokenMatches(token, await ownerToken()) ? OWNER : tokens.find(token);
  };
