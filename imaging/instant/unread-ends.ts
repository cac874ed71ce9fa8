const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Why a person should look where letters at an end of the wording that an order names were not found in the picture: they may still stand there. */
export function unreadEnds(named: string | undefined, found: string): string | undefined {
  const [all, part] = [plain(named ?? ""), plain(found)];
  const left = all.startsWith(part) ? all.slice(part.length) : all.endsWith(part) ? all.slice(0, -part.length) : "";
  return part !== "" && /[\p{L}\p{N}]/u.test(left)
    ? `Of “${named}” only “${found}” was found in the picture; look whether the rest is left standing.`
    : undefined;
}
