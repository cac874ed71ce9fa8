import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** The import rules of docs/ARCHITECTURE.md, executable. A module is a folder; the longest matching prefix wins. */
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** What a module may import of ours. A prefix allows everything below it; its own folder is always allowed. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  protocol: [],
  "imaging/ports.ts": ["protocol", "imaging/raster"],
  "imaging/raster": ["protocol"],
  "imaging/instruction": ["protocol"],
  "imaging/masking": ["protocol", "imaging/raster", "imaging/ports.ts"],
  // What the rasterisers of Node and of the browser share: coverage drawn on any 2D canvas, cuts, code points.
  "imaging/typeface": ["protocol", "imaging/ports.ts"],
  "imaging/compositing": ["protocol", "imaging/raster"],
  "imaging/quality": ["protocol", "imaging/raster", "imaging/ports.ts"],
  "imaging/text": ["protocol", "imaging/raster", "imaging/ports.ts", "imaging/text/types.ts"],
  // Operations beside text: what they need of the text stages and of the grammar is handed in.
  "imaging/light": ["protocol", "imaging/raster", "imaging/masking", "imaging/ports.ts"],
  // Which wishes a person is asked about: words only.
  "imaging/safety": ["protocol"],
  "imaging/faces": ["protocol", "imaging/raster", "imaging/ports.ts"],
  // The light engine: the one place in imaging that knows the order of the text stages.
  "imaging/instant": ["protocol", "imaging"],
  src: ["protocol"],
  ui: ["protocol"],
  "local-server/config": ["protocol"],
  "local-server/observability": ["protocol"],
  "local-server/store": ["protocol", "local-server/observability"],
  "local-server/codec": ["protocol", "imaging/raster", "local-server/process"],
  "local-server/process": ["protocol", "local-server/observability"],
  "local-server/runtime": ["protocol", "imaging/ports.ts", "imaging/raster", "imaging/typeface", "local-server/observability"],
  // What this machine is: asks the drivers' own tools.
  "local-server/hardware": [],
  "local-server/registry": ["protocol", "local-server/store", "local-server/remote", "local-server/hardware"],
  // What people set up for engines: files, keychain, consents. It implements the port the engines read through.
  "local-server/settings": ["protocol", "local-server/store", "local-server/engines/engine-settings.ts"],
  // Reading of free words by a language model: set up and allowed as an engine is, but none.
  "local-server/phrasing": [
    "protocol",
    "local-server/remote",
    "local-server/engines/engine-settings.ts",
    "local-server/engines/hosted-settings.ts",
  ],
  // The companion's sentences in other languages: words only, spoken at the doors.
  "local-server/language": ["protocol", "imaging/instruction/clarify.ts"],
  "local-server/routing": ["protocol", "local-server/engines/engine.ts"],
  // Requests to other machines: bounded, without redirects, results from allowed hosts only.
  "local-server/remote": ["protocol"],
  "local-server/engines": [
    "protocol",
    "imaging",
    "local-server/engines/engine.ts",
    "local-server/runtime",
    "local-server/remote",
    "local-server/hardware",
    "local-server/codec/codec.ts",
  ],
  "local-server/pipeline": [
    "protocol",
    "imaging",
    "local-server/engines",
    "local-server/routing",
    "local-server/store",
    "local-server/codec",
  ],
  // Tells ended jobs to those who asked.
  "local-server/webhooks": ["protocol", "local-server/jobs", "local-server/store", "local-server/remote", "local-server/observability"],
  "local-server/jobs": ["protocol", "local-server/pipeline", "local-server/store", "local-server/process", "local-server/observability"],
  "local-server/transport": [
    "protocol",
    "local-server/jobs",
    "local-server/store",
    "local-server/config",
    "local-server/observability",
    "local-server/language",
    "local-server/engines/engine.ts",
    "local-server/registry/model-registry.ts",
  ],
  "local-server": ["protocol", "imaging", "local-server"],
  playground: ["protocol", "imaging"],
  test: [""],
  bench: [""],
  scripts: [""],
};

/** Packages and node modules with one owner: nobody else may import them. */
const SOLE_OWNERS: Record<string, readonly string[]> = {
  sharp: ["local-server/codec"],
  "onnxruntime-node": ["local-server/runtime"],
  "onnxruntime-web": ["local-server/runtime", "playground"],
  "@napi-rs/canvas": ["local-server/runtime"],
  "node:sqlite": ["local-server/store"],
  "@napi-rs/keyring": ["local-server/settings"],
  "@huggingface/inference": ["local-server/engines/huggingface"],
  kysely: ["local-server/store", "local-server/jobs"],
  pg: ["local-server/store"],
  s3mini: ["local-server/store"],
  "pg-boss": ["local-server/jobs"],
  ws: ["local-server/transport", "local-server/remote"],
  preact: ["ui"],
};

const PURE = ["protocol", "imaging"];
/** Stages of the text engine: none may import another. */
const STAR = ["imaging/text/find", "imaging/text/fit", "imaging/text/matte", "imaging/text/plate", "imaging/text/typeset"];

const SOURCES = ["protocol", "imaging", "src", "ui", "local-server", "playground"];

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

const SPECIFIER =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

interface Edge {
  readonly from: string;
  readonly specifier: string;
  readonly to: string | undefined;
}

function edgesOf(file: string): Edge[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(SPECIFIER)].map((m) => {
    const specifier = m[1] ?? m[2] ?? "";
    const to = specifier.startsWith(".")
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
          .split(sep)
          .join("/")
      : undefined;
    return { from: file, specifier, to };
  });
}

const under = (file: string, prefix: string): boolean => prefix === "" || file === prefix || file.startsWith(`${prefix}/`);
const ruleOf = (file: string): string | undefined =>
  Object.keys(MAY_IMPORT)
    .filter((m) => under(file, m))
    .sort((a, b) => b.length - a.length)[0];

const edges = SOURCES.flatMap((s) => [...filesUnder(s)].flatMap(edgesOf));

test("modules import only what the table allows", () => {
  const broken = edges.filter(({ from, to }) => {
    if (to === undefined) return false;
    const rule = ruleOf(from);
    if (rule === undefined) return true;
    return !under(to, rule) && !(MAY_IMPORT[rule] ?? []).some((p) => under(to, p));
  });
  assert.deepEqual(
    broken.map((e) => `${e.from} → ${e.to}`),
    [],
  );
});

test("packages with a sole owner are imported nowhere else", () => {
  const broken = edges.filter(({ from, specifier }) => {
    const name = Object.keys(SOLE_OWNERS).find((p) => specifier === p || specifier.startsWith(`${p}/`));
    return name !== undefined && !(SOLE_OWNERS[name] ?? []).some((owner) => under(from, owner));
  });
  assert.deepEqual(
    broken.map((e) => `${e.from} → ${e.specifier}`),
    [],
  );
});

test("protocol and imaging touch neither node nor packages beyond the schema library", () => {
  const broken = edges.filter(({ from, to, specifier }) => to === undefined && specifier !== "valibot" && PURE.some((p) => under(from, p)));
  assert.deepEqual(
    broken.map((e) => `${e.from} → ${e.specifier}`),
    [],
  );
});

test("no stage of the text engine imports a sibling stage", () => {
  const broken = edges.filter(({ from, to }) => {
    const stage = STAR.find((s) => under(from, s));
    return stage !== undefined && to !== undefined && STAR.some((s) => s !== stage && under(to, s));
  });
  assert.deepEqual(
    broken.map((e) => `${e.from} → ${e.to}`),
    [],
  );
});

test("no engine adapter imports another", () => {
  const adapter = (f: string) => /^local-server\/engines\/([^/]+)\//.exec(f)?.[1];
  const broken = edges.filter(({ from, to }) => {
    const a = adapter(from);
    const b = to === undefined ? undefined : adapter(to);
    return a !== undefined && b !== undefined && a !== b;
  });
  assert.deepEqual(
    broken.map((e) => `${e.from} → ${e.to}`),
    [],
  );
});

test("imports form no cycle", () => {
  const graph = new Map<string, string[]>();
  for (const e of edges) if (e.to !== undefined) graph.set(e.from, [...(graph.get(e.from) ?? []), e.to]);
  const state = new Map<string, "open" | "closed">();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "closed") return;
    if (state.get(file) === "open") {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, "closed");
  };
  for (const file of graph.keys()) visit(file, []);
  assert.deepEqual(cycles, []);
});

test("only src/insertion and src/variants write the document", () => {
  const writes = /\.(insertChild|appendChild|remove|setPluginData|setRelaunchData)\(|createRectangle\(|commitUndo\(/;
  const broken = [...filesUnder("src")].filter(
    (f) => !under(f, "src/insertion") && !under(f, "src/variants") && writes.test(readFileSync(join(ROOT, f), "utf8")),
  );
  assert.deepEqual(broken, []);
});

test("only ui/connection opens sockets", () => {
  const broken = [...filesUnder("ui")].filter(
    (f) => !under(f, "ui/connection") && /new WebSocket|\bfetch\(/.test(readFileSync(join(ROOT, f), "utf8")),
  );
  assert.deepEqual(broken, []);
});
