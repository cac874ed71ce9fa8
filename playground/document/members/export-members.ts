import * as v from "valibot";
import type { Rect } from "../../../protocol/geometry.ts";
import { boundingBox, renderBounds } from "../bounds.ts";
import { check } from "../check.ts";
import { fail, notImplemented } from "../figma-error.ts";
import { type Access, isScene, type Members } from "./member.ts";

const RasterSettings = v.strictObject({
  format: v.picklist(["PNG", "JPG"]),
  constraint: v.optional(
    v.strictObject({ type: v.picklist(["SCALE", "WIDTH", "HEIGHT"]), value: v.pipe(v.number(), v.minValue(0.0001)) }),
    {
      type: "SCALE",
      value: 1,
    },
  ),
  contentsOnly: v.optional(v.boolean(), true),
  useAbsoluteBounds: v.optional(v.boolean(), false),
  colorProfile: v.optional(v.picklist(["DOCUMENT", "SRGB", "DISPLAY_P3_V4"]), "DOCUMENT"),
  suffix: v.optional(v.string()),
});
type RasterSettings = v.InferOutput<typeof RasterSettings>;

function scaleOf(constraint: RasterSettings["constraint"], bounds: Rect<"canvas">): number {
  if (constraint.type === "SCALE") return constraint.value;
  return constraint.value / (constraint.type === "WIDTH" ? bounds.width : bounds.height);
}

async function exportNode(access: Access, raw: unknown): Promise<Uint8Array> {
  const { host, node, method } = access;
  const wanted = (raw as { readonly format?: unknown } | undefined)?.format;
  if (wanted === "SVG" || wanted === "PDF" || wanted === "SVG_STRING" || wanted === "JSON_REST_V1")
    notImplemented(`exportAsync as ${wanted}`);
  const settings = check(method, "settings", RasterSettings, raw ?? { format: "PNG" });
  if (settings.colorProfile === "DISPLAY_P3_V4") notImplemented("exportAsync to Display P3");
  const { scene } = host.document;
  const drawn = renderBounds(scene, node.id);
  const bounds = settings.useAbsoluteBounds ? boundingBox(scene, node.id) : drawn;
  if (drawn === null || bounds === null) fail(method, "Failed to export node. This node may not have any visible layers.");
  return host.renderer.render({
    document: host.document,
    nodeId: node.id,
    bounds,
    scale: scaleOf(settings.constraint, bounds),
    contentsOnly: settings.contentsOnly,
    format: settings.format,
  });
}

export const exportMembers: Members = {
  exportAsync: { on: isScene, get: (a) => (settings?: unknown) => exportNode(a, settings) },
};
