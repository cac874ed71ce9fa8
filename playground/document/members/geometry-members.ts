import * as v from "valibot";
import type { Affine } from "../../../protocol/geometry.ts";
import { movedTo } from "../auto-layout.ts";
import { boundingBox, renderBounds } from "../bounds.ts";
import { check } from "../check.ts";
import { fail, notImplemented } from "../figma-error.ts";
import { TransformSchema } from "../paint.ts";
import { resizeWithConstraints } from "../resize.ts";
import { fitsChildren } from "../scene.ts";
import { place } from "../settle.ts";
import { type Access, frozen, isBlended, isScene, type Member, type Members } from "./member.ts";

const finite = v.pipe(v.number(), v.finite());

function refuseInInstance({ host, node, method }: Access): void {
  if (host.document.scene.enclosingInstance(node.id) !== undefined) fail(method, "This property cannot be overriden in an instance");
}

/** Whether auto layout decides the node's place: then a translation that is set is ignored. */
function isPlacedByLayout({ host, node }: Access): boolean {
  if (node.parent === null || node.layoutPositioning === "ABSOLUTE") return false;
  return host.document.scene.get(node.parent).layout.mode !== "NONE";
}

function setTransform(access: Access, wanted: Affine): void {
  refuseInInstance(access);
  const { node, host } = access;
  const [, , x] = node.transform[0];
  const [, , y] = node.transform[1];
  place(host.document.scene, node.id, isPlacedByLayout(access) ? movedTo(wanted, x, y) : wanted);
  host.document.touch(node.id);
}

const unitAxes = ([[a, c], [b, d]]: Affine): boolean => Math.abs(Math.hypot(a, b) - 1) < 1e-3 && Math.abs(Math.hypot(c, d) - 1) < 1e-3;

/** Axes of length 1, as Figma keeps them: a scale in the matrix is dropped, never applied. */
function normalised([[a, c, e], [b, d, f]]: Affine): Affine {
  const u = Math.hypot(a, b) || 1;
  const w = Math.hypot(c, d) || 1;
  return [
    [a / u, c / w, e],
    [b / u, d / w, f],
  ];
}

const rotationOf = ([[a], [b]]: Affine): number => {
  const degrees = (Math.atan2(-b, a) * 180) / Math.PI;
  return Object.is(degrees, -0) ? 0 : degrees;
};

function turned(m: Affine, degrees: number): Affine {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  return [
    [c, s, m[0][2]],
    [-s, c, m[1][2]],
  ];
}

function resize(access: Access, size: { readonly width: unknown; readonly height: unknown }, withConstraints: boolean): void {
  refuseInInstance(access);
  const { host, node, method } = access;
  if (fitsChildren(node.type)) notImplemented(`${node.type}.${method}`);
  const width = check(method, "width", finite, size.width);
  const height = check(method, "height", finite, size.height);
  if (width < 0.01) fail(method, 'Expected "width" to have value >= 0.01');
  if (height < 0.01) fail(method, 'Expected "height" to have value >= 0.01');
  if (withConstraints) resizeWithConstraints(host.document.scene, node.id, width, height);
  else host.document.scene.patch(node.id, { width, height });
  host.document.touch(node.id);
}

const coordinate = (row: 0 | 1): Member => ({
  on: isScene,
  get: ({ node }) => node.transform[row][2],
  set: (access, value) => {
    const n = check(access.method, row === 0 ? "x" : "y", finite, value);
    const m = access.node.transform;
    setTransform(access, row === 0 ? movedTo(m, n, m[1][2]) : movedTo(m, m[0][2], n));
  },
});

export const geometryMembers: Members = {
  x: coordinate(0),
  y: coordinate(1),
  width: { on: isScene, get: ({ node }) => node.width },
  height: { on: isScene, get: ({ node }) => node.height },
  rotation: {
    on: isBlended,
    get: ({ node }) => rotationOf(node.transform),
    set: (a, value) => setTransform(a, turned(a.node.transform, check(a.method, "rotation", finite, value))),
  },
  relativeTransform: {
    on: isScene,
    get: ({ node }) => frozen(structuredClone(node.transform)),
    set: (a, value) => {
      const wanted = check(a.method, "relativeTransform", TransformSchema, value);
      setTransform(a, unitAxes(wanted) ? wanted : normalised(wanted));
    },
  },
  absoluteTransform: { on: isScene, get: ({ host, node }) => frozen(host.document.scene.absoluteTransform(node.id)) },
  absoluteBoundingBox: { on: isScene, get: ({ host, node }) => frozen(boundingBox(host.document.scene, node.id)) },
  absoluteRenderBounds: { on: isScene, get: ({ host, node }) => frozen(renderBounds(host.document.scene, node.id)) },
  resize: { on: isBlended, get: (a) => (width: unknown, height: unknown) => resize(a, { width, height }, true) },
  resizeWithoutConstraints: { on: isScene, get: (a) => (width: unknown, height: unknown) => resize(a, { width, height }, false) },
};
