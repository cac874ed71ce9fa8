import type { Operation } from "../../../protocol/plan.ts";
import { find } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";

const SAME =
  /^(?<x>.{1,12}?)(?:也|同样|照样)(?:要|是|得)?(?:一样|同样|如此|这样|这么|同上|照办)(?:处理|改|操作|来|做)?$|^(?:and )?(?:so )?(?:should|must) (?<y>(?:the|our|my|her|his) .{2,24})$|^(?:and )?(?:the )?same (?:for|with|goes for|applies to|thing for) (?<z>(?:the|our|my|her|his) .{2,24})$/du;

/** What was ordered of one part, as it is ordered of another kind of part. */
function kindFor(before: Operation, { kind }: Reference): Operation["kind"] | undefined {
  const text = kind === "text";
  if (before.kind.endsWith(".remove")) return text ? "text.remove" : "object.remove";
  if (before.kind === "tone.adjust") return text ? undefined : before.kind;
  if (before.kind !== "text.restyle" && before.kind !== "object.recolour" && before.kind !== "object.modify") return undefined;
  if (text) return before.kind === "object.modify" && before.style === undefined ? undefined : "text.restyle";
  return before.style?.colour === undefined ? "object.modify" : "object.recolour";
}

/** 副标题也一样, "so should the door", "same for the badge": what was just ordered, of something else. */
export const readLikewise: Recogniser = (clause, before) => {
  const found = before === undefined ? undefined : find(clause, SAME);
  const said = found?.of("x") ?? found?.of("y") ?? found?.of("z");
  const reference = said === undefined ? undefined : readReference(said);
  if (before === undefined || reference === undefined || (reference.kind !== "text" && reference.kind !== "object")) return undefined;
  const kind = kindFor(before, reference);
  const [from] = reference.strings;
  const { target, where } = reference;
  const { style, value } = before;
  return kind && operate(operation(kind, { target, where, style, value, text: from === undefined ? undefined : { from } }));
};
