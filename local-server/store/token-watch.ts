import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readToken } from "./token-file.ts";

/**
 * Gives the token that holds right now: the file is read again when it changed, so `emend pair --renew` in another process locks
 * old holders out at once. Costs one `stat`; `undefined` where the token cannot be read, which admits nobody.
 */
export function watchToken(folder: string): () => Promise<string | undefined> {
  let known: { readonly stamp: string; readonly token: string } | undefined;
  const stampOf = async (): Promise<string | undefined> =>
    stat(join(folder, "token"), { bigint: true }).then(
      (found) => `${found.mtimeNs}:${found.ino}`,
      () => undefined,
    );
  return async () => {
    const stamp = await stampOf();
    if (stamp !== undefined && stamp === known?.stamp) return known.token;
    const token = await readToken(folder);
    if (!token.ok) return undefined;
    known = { stamp: (await stampOf()) ?? "", token: token.value };
    return known.token;
  };
}
