import * as v from "valibot";
import { check } from "../check.ts";
import type { NodeRecord } from "../node-record.ts";
import { EffectsSchema, normalisePaint, PaintsSchema } from "../paint.ts";
import { anyNode, frozen, isBlended, isFrameLike, isPainted, isScene, type Member, type Members } from "./member.ts";

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const atLeastZero = v.pipe(v.number(), v.minValue(0));
const BLEND_MODES = [
  "PASS_THROUGH",
  "NORMAL",
  "DARKEN",
  "MULTIPLY",
  "COLOR_BURN",
  "LIGHTEN",
  "SCREEN",
  "COLOR_DODGE",
  "OVERLAY",
  "SOFT_LIGHT",
  "HARD_LIGHT",
];

/** A member that is a field of the record, checked by a schema on the way in. */
function field<K extends keyof NodeRecord>(name: K, on: Member["on"], schema: v.GenericSchema<unknown, NodeRecord[K]>): Member {
  return {
    on,
    get: ({ node }) => frozen(node[name]),
    set: ({ host, node, method }, value) => host.document.patch(node.id, { [name]: check(method, name, schema, value) }),
  };
}

const paints = (name: "fills" | "strokes"): Member => ({
  on: isPainted,
  get: ({ node }) => frozen(structuredClone(node[name])),
  set: ({ host, node, method }, value) =>
    host.document.patch(node.id, { [name]: check(method, name, PaintsSchema, value).map((p) => frozen(normalisePaint(p))) }),
});

const ConstraintSchema = v.picklist(["MIN", "CENTER", "MAX", "STRETCH", "SCALE"]);

export const lookMembers: Members = {
  name: field("name", anyNode, v.string()),
  visible: field("visible", isScene, v.boolean()),
  locked: field("locked", isScene, v.boolean()),
  expanded: field("expanded", isFrameLike, v.boolean()),
  opacity: field("opacity", isBlended, unit),
  blendMode: field("blendMode", isBlended, v.picklist(BLEND_MODES)),
  isMask: field("isMask", isBlended, v.boolean()),
  fills: paints("fills"),
  strokes: paints("strokes"),
  strokeWeight: field("strokeWeight", isPainted, atLeastZero),
  strokeAlign: field("strokeAlign", isPainted, v.picklist(["INSIDE", "CENTER", "OUTSIDE"])),
  effects: field("effects", isBlended, EffectsSchema),
  cornerRadius: field("cornerRadius", (t) => t === "RECTANGLE" || isFrameLike(t), atLeastZero),
  clipsContent: field("clipsContent", isFrameLike, v.boolean()),
  constraints: field(
    "constraints",
    (t) => isScene(t) && t !== "GROUP" && t !== "BOOLEAN_OPERATION" && t !== "SECTION",
    v.strictObject({ horizontal: ConstraintSchema, vertical: ConstraintSchema }),
  ),
};
