import assert from "node:assert/strict";
import { test } from "node:test";
import { transform } from "esbuild";
import { COMPANION_PORTS } from "../../protocol/version.ts";
import { distManifest } from "../../scripts/build/manifest.ts";
import { bundle, MANIFEST, ROOT } from "./plugin-run.ts";

test("the main bundle is plain ES2017: lowering it again finds nothing to lower", async () => {
  const { code } = await transform(bundle, { target: "es2017" });
  // esbuild writes these helpers where it meets object spread and rest, async generators, private members and `**` on BigInt.
  assert.doesNotMatch(code, /__(spreadValues|spreadProps|objRest|asyncGenerator|forAwait|privateGet|privateAdd|pow)\b/);
  assert.doesNotMatch(bundle, /\?\.[a-zA-Z[(]|\?\?/, "no optional chaining, no nullish coalescing");
});

test("the main bundle asks for nothing Figma's sandbox lacks", () => {
  // Word boundaries on both sides; `figma.ui.postMessage` and the like are Figma's own, and a word in quotes is just a word.
  const missing =
    /(?<![\w$."])(TextEncoder|TextDecoder|URL|URLSearchParams|atob|btoa|crypto|performance|Intl|structuredClone|queueMicrotask|AbortController|Blob|FileReader|XMLHttpRequest|WebSocket|window|document|process|require|Buffer|localStorage)(?![\w$])/;
  assert.doesNotMatch(bundle, missing);
});

test("the main bundle stays small enough to start at once", () => {
  assert.ok(Buffer.byteLength(bundle) < 64 * 1024, `${Buffer.byteLength(bundle)} bytes`);
});

test("the manifest is exactly this", () => {
  const hosts = COMPANION_PORTS.flatMap((port) => [`http://localhost:${port}`, `ws://localhost:${port}`]);
  const { reasoning, ...networkAccess } = MANIFEST.networkAccess;
  assert.deepEqual(
    { ...MANIFEST, networkAccess },
    {
      name: "Emend",
      id: "emend",
      api: "1.0.0",
      main: "dist/main.js",
      ui: "dist/ui.html",
      editorType: ["figma"],
      documentAccess: "dynamic-page",
      networkAccess: { allowedDomains: hosts, devAllowedDomains: hosts },
      menu: [
        { name: "Edit with Emend…", command: "edit" },
        { separator: true },
        { name: "Replace text…", command: "text" },
        { name: "Edit by instruction…", command: "instruct" },
        { name: "Make variants…", command: "variants" },
        { name: "Localise…", command: "localise" },
        { name: "Edit several layers…", command: "batch" },
        { separator: true },
        { name: "History…", command: "history" },
        { name: "Settings…", command: "settings" },
      ],
      relaunchButtons: [{ command: "edit", name: "Edit again with Emend", multipleSelection: false }],
    },
  );
  // Figma asks for a reason wherever a local server is listed.
  assert.match(reasoning, /companion program on this computer/);
});

test("the manifest in dist names the files beside it", () => {
  assert.deepEqual(JSON.parse(distManifest(ROOT)), { ...MANIFEST, main: "main.js", ui: "ui.html" });
});
