import * as v from "valibot";
import { check } from "../check.ts";
import { fail } from "../figma-error.ts";
import type { AutoLayout } from "../node-record.ts";
import { isBlended, isFrameLike, type Member, type Members } from "./member.ts";

/** A member of an auto layout frame, kept under another name in the record. */
function layoutField<K extends keyof AutoLayout>(name: string, key: K, schema: v.GenericSchema<unknown, AutoLayout[K]>): Member {
  return {
    on: isFrameLike,
    get: ({ node }) => node.layout[key],
    set: ({ host, node, method }, value) =>
      host.document.patch(node.id, { layout: { ...node.layout, [key]: check(method, name, schema, value) } }),
  };
}
const Sizing = v.picklist(["FIXED", "AUTO"]);

const layoutPositioning: Member = {
  on: isBlended,
  get: ({ node }) => node.layoutPositioning,
  set: ({ host, node, method }, value) => {
    const wanted = check(method, "layoutPositioning", v.picklist(["AUTO", "ABSOLUTE"]), value);
    const parent = node.parent === null ? undefined : host.document.scene.get(node.parent);
    if (wanted === "ABSOLUTE" && (parent === undefined || parent.layout.mode === "NONE"))
      fail(method, "Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE");
    host.document.patch(node.id, { layoutPositioning: wanted });
  },
};

export const layoutMembers: Members = {
  layoutMode: layoutField("layoutMode", "mode", v.picklist(["NONE", "HORIZONTAL", "VERTICAL"])),
  primaryAxisSizingMode: layoutField("primaryAxisSizingMode", "primarySizing", Sizing),
  counterAxisSizingMode: layoutField("counterAxisSizingMode", "counterSizing", Sizing),
  primaryAxisAlignItems: layoutField("primaryAxisAlignItems", "primaryAlign", v.picklist(["MIN", "CENTER", "MAX", "SPACE_BETWEEN"])),
  counterAxisAlignItems: layoutField("counterAxisAlignItems", "counterAlign", v.picklist(["MIN", "CENTER", "MAX", "BASELINE"])),
  itemSpacing: layoutField("itemSpacing", "itemSpacing", v.number()),
  paddingLeft: layoutField("paddingLeft", "paddingLeft", v.number()),
  paddingRight: layoutField("paddingRight", "paddingRight", v.number()),
  paddingTop: layoutField("paddingTop", "paddingTop", v.number()),
  paddingBottom: layoutField("paddingBottom", "paddingBottom", v.number()),
  layoutPositioning,
};
