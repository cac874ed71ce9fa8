import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorNote, findAnchor } from "./anchor.ts";

interface Layer {
  readonly type: string;
  readonly name: string;
  readonly isMask: boolean;
  readonly parent: Layer | null;
}

/** A chain of nested layers, outermost first, each named by its type; a `*` marks a mask. Gives the innermost. */
function nested(...types: string[]): Layer {
  const document: Layer = { type: "DOCUMENT", name: "DOCUMENT", isMask: false, parent: null };
  return types.reduce<Layer>((parent, type) => {
    const name = type.replace("*", "");
    return { type: name, name, isMask: type.endsWith("*"), parent };
  }, document);
}

function anchorOf(...types: string[]): string {
  const found = findAnchor(nested(...types) as never);
  return found.ok ? `${found.value.node.name}: ${found.value.reason}` : found.error.code;
}

test("in pages, frames, groups, sections and components a result lies above its source", () => {
  for (const parent of ["PAGE", "FRAME", "GROUP", "SECTION", "COMPONENT", "SLIDE"])
    assert.equal(anchorOf("PAGE", ...(parent === "PAGE" ? [] : [parent]), "RECTANGLE"), "RECTANGLE: none");
});

test("inside instances, shapes, repeats and tables the outermost of them is the anchor", () => {
  assert.equal(anchorOf("PAGE", "INSTANCE", "FRAME", "RECTANGLE"), "INSTANCE: not_allowed_inside");
  assert.equal(anchorOf("PAGE", "TRANSFORM_GROUP", "FRAME", "INSTANCE", "GROUP", "RECTANGLE"), "TRANSFORM_GROUP: not_allowed_inside");
  assert.equal(anchorOf("PAGE", "BOOLEAN_OPERATION", "GROUP", "RECTANGLE"), "BOOLEAN_OPERATION: not_allowed_inside");
  assert.equal(anchorOf("PAGE", "TABLE", "RECTANGLE"), "TABLE: not_allowed_inside");
});

test("a component set takes nothing itself, its components do", () => {
  assert.equal(anchorOf("PAGE", "COMPONENT_SET", "COMPONENT"), "COMPONENT_SET: not_allowed_inside");
  assert.equal(anchorOf("PAGE", "COMPONENT_SET", "COMPONENT", "RECTANGLE"), "RECTANGLE: none");
});

test("parents of a kind not known to take a raster are passed over", () => {
  assert.equal(anchorOf("PAGE", "FRAME", "SLOT", "RECTANGLE"), "SLOT: not_allowed_inside");
});

test("masks are climbed as long as there are any", () => {
  assert.equal(anchorOf("PAGE", "GROUP*", "RECTANGLE*"), "insertion_failed");
  assert.equal(anchorOf("PAGE", "FRAME", "GROUP*", "RECTANGLE*"), "FRAME: would_be_masked");
  assert.equal(anchorOf("PAGE", "GROUP", "INSTANCE*", "RECTANGLE"), "GROUP: would_be_masked");
});

test("a layer that left the document has no place", () => {
  assert.equal(findAnchor({ type: "RECTANGLE", name: "", isMask: false, parent: null } as never).ok, false);
});

test("the note names the layer and the reason", () => {
  const anchor = { node: { name: "Card" }, parent: {}, reason: "not_allowed_inside" } as never;
  assert.equal(anchorNote(anchor), "Placed above “Card”, because layers cannot be added inside it.");
});
