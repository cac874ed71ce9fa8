import type { Operation, Plan } from "../../protocol/plan.ts";
import { phraseOf } from "./phrase/phrase.ts";
import { plain } from "./phrase/polite.ts";
import { planOverArea } from "./plan.ts";
import { isColourAlone } from "./style/colour.ts";

const REMOVE_EN =
  /^(?:remove|delete|erase|clear|get rid of|take (?:out|away)|clean up)(?: (?:it|this|that|them|these|those|what(?:'s| is) (?:here|inside|there)|everything (?:here|inside)))?$/;
const REMOVE_ZH =
  /^(?:(?:把|将)?(?:它们?|这个?|那个?|这里|这块|这些|这部分|此处|框(?:里|内|中)的?(?:东西|内容|部分)?|选中的?(?:东西|内容|部分|区域)?)(?:都|给)?)?(?:删除掉?|删掉|去掉|去除掉?|移除掉?|擦掉|擦除|抹掉|抹除|清除掉?|消除掉?)(?:它们?|这个?|那个?|这里|这块|这些|这部分|此处)?(?:了|吧)?$/;

const onlyColour = ({ style = {} }: Operation): boolean => Object.keys(style).length > 0 && isColourAlone(style);

/** Whether a plan speaks of "it" where only the drawn area can say what is meant: a colour for the last thing edited. */
export const pointsAtColour = ({ operations }: Plan): boolean => operations.some((op) => speaksOfIt(op) && onlyColour(op));

const speaksOfIt = ({ kind, target, text, where }: Operation): boolean =>
  kind === "text.restyle" && target === undefined && text === undefined && where === undefined;

/** An instruction that only points, where an area was drawn: "remove this", 把这里擦掉. `undefined` for any other. */
export function pointedAt(instruction: string): Plan | undefined {
  const { key } = plain(phraseOf(instruction));
  return REMOVE_EN.test(key) || REMOVE_ZH.test(key) ? { instruction, operations: [{ kind: "object.remove" }] } : undefined;
}

/** A colour said of "it" over an area without text colours the thing that was drawn around. */
export function colourOfArea(plan: Plan): Plan {
  const operations = plan.operations.map((op): Operation => (speaksOfIt(op) && onlyColour(op) ? { ...op, kind: "object.recolour" } : op));
  return { ...plan, operations };
}

/** An instruction that says of "it" how large, of what colour or where, over a drawn area. `undefined` where it names what it is about. */
export function saidOfArea(instruction: string): Plan | undefined {
  const plan = planOverArea(instruction);
  const ofIt = plan.operations.length > 0 && plan.operations.every(({ target, text }) => target === undefined && text === undefined);
  return ofIt && plan.operations.every(({ kind }) => kind === "text.restyle" || kind === "object.move") ? plan : undefined;
}
