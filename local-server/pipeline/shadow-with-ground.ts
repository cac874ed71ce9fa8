import type { Operation, Plan } from "../../protocol/plan.ts";

/** The subject of a picture as people call it, who speak of its shadow on the ground. */
const SUBJECT =
  /^(?:the )?(?:subject|product|item|object|person|model|it)(?:'s)?(?: shadow)?$|^(?:主体|主體|产品|產品|商品|人物|模特|物体|物體|它)的?(?:阴影|陰影|投影|影子)?$/iu;

const isGround = ({ kind }: Operation): boolean => kind.startsWith("background.");

/** Asks for the subject's shadow to go, and for nothing else. */
const takesShadow = ({ kind, target = "", style = {}, value }: Operation): boolean =>
  kind === "object.modify" &&
  SUBJECT.test(target.trim() || "it") &&
  value === undefined &&
  style.shadow === false &&
  Object.keys(style).length === 1;

/**
 * The plan with “no shadow” said of the ground it falls on (白底，不要阴影): what gives the subject a new ground leaves the old one's shadow behind,
 * which is no change of the subject itself.
 */
export function shadowWithGround(plan: Plan): Plan {
  const ground = plan.operations.find(isGround);
  if (ground === undefined || !plan.operations.some(takesShadow)) return plan;
  const operations = plan.operations.filter((operation) => !takesShadow(operation));
  return { ...plan, operations: operations.map((op) => (op === ground ? { ...op, style: { ...op.style, shadow: false } } : op)) };
}
