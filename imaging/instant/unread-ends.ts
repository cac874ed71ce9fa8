import { asCompared } from "./as-compared.ts";

/** Why a person should look where letters at an end of the wording that an order names were not found in the picture: they may still stand there. */
export function unreadEnds(named: string | undefined, found: string): string | undefined {
  const [all, part] = [asCompared(named ?? ""), asCompared(found)];
  const left = all.startsWith(part) ? all.slice(part.length) : all.endsWith(part) ? all.slice(0, -part.length) : "";
  return part !== "" && /[\p{L}\p{N}]/u.test(left)
    ? `Of “${named}” only “${found}” was found in the picture; look whether the rest is left standing.`
    : undefined;
}
