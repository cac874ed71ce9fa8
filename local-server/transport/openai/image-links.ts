import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import * as v from "valibot";
import { type Principal, type Tenant, TenantSchema } from "../../../protocol/access.ts";
import { type Digest, DigestSchema } from "../../../protocol/edit.ts";

const PATH = "/v1/images/";
/** As long as OpenAI's own. */
const LIFETIME_MS = 60 * 60_000;

/** Addresses of single pictures that need no token, for clients that fetch a result as a plain address. */
export interface ImageLinks {
  /** Path and query, from the root. */
  sign(tenant: Tenant, picture: Digest): string;
  /** Who may see the picture at this address: a viewer of its tenant, as long as the link holds. */
  admit(path: string, query: URLSearchParams): Principal | undefined;
}

/** Links are signed with a secret that lives as long as the process: they say one picture of one tenant until one moment, and nothing else. */
export function createImageLinks(now: () => number = Date.now): ImageLinks {
  const secret = randomBytes(32);
  const signatureOf = (tenant: string, picture: string, expires: string): Buffer =>
    createHmac("sha256", secret).update(`${tenant}\n${picture}\n${expires}`).digest();
  return {
    sign: (tenant, picture) => {
      const expires = String(now() + LIFETIME_MS);
      const signature = signatureOf(tenant, picture, expires).toString("base64url");
      return `${PATH}${picture}?${new URLSearchParams({ tenant, expires, signature })}`;
    },
    admit: (path, query) => {
      const picture = path.startsWith(PATH) ? path.slice(PATH.length) : "";
      const [tenant, expires, signature] = ["tenant", "expires", "signature"].map((name) => query.get(name) ?? "") as [
        string,
        string,
        string,
      ];
      if (!v.is(DigestSchema, picture) || !v.is(TenantSchema, tenant) || !(Number(expires) > now())) return undefined;
      const [given, right] = [Buffer.from(signature, "base64url"), signatureOf(tenant, picture, expires)];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      return { tenant, role: "viewer", tokenId: "link", name: "link" };
    },
  };
}
