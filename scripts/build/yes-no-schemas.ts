import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** What the library notes for messages and introspection, and what stands in its place; one that is not found stops the build. */
const LEFT_OUT: readonly (readonly [what: RegExp, instead: string])[] = [
  [/\breference: \w+,/g, ""],
  [/\basync: false,/g, ""],
  [/\bexpects: .+,\n/g, "\n"],
  [/\bkind: "validation",\s+type: "\w+",/g, ""],
  [/\bmessage: message\$1,/g, ""],
  [/function _standardSchema\(schema\) \{[\s\S]*?\n\}/, "const _standardSchema = (schema) => schema;"],
  [
    /function _addIssue\(context[\s\S]*?\n\}/,
    'function _addIssue({ kind }, dataset) { if (kind === "schema") dataset.typed = false; dataset.issues = [{}]; }',
  ],
  [/_addIssue\(this, .+, dataset, config\$1(, \{ .+ \})?\)/g, "_addIssue(this, dataset)"],
  [/_addIssue\(this, .+, dataset, config\$1, \{\n[\s\S]*?\n\t+\}\)/g, "_addIssue(this, dataset)"],
  [/const pathItem = \{[^}]*\};\s+for \(const issue of \w+\.issues\) \{[^}]*\}\s+(?=if \(!dataset\.issues\))/g, ""],
  [/if \(config\$1\.abortEarly\) (break;|\{[^}]*\})/g, ""],
  [/if \(invalidDiscriminatorKey !== currentKey && .+\{[^}]*\}\s+if \(invalidDiscriminatorKey .+/g, ""],
];

/** The schema library's source, telling whether data fit and no longer why not. */
export function withoutReasons(library: string): string {
  return LEFT_OUT.reduce((source, [what, instead]) => {
    if (source.search(what) < 0) throw new Error(`valibot no longer holds ${what}; look at scripts/build/yes-no-schemas.ts`);
    return source.replace(what, () => instead);
  }, library);
}

/** For bundles that only ask whether data fit: verdicts and outputs stay, what an issue says is left out (1 kB gzip). */
export const yesNoSchemas: Plugin = {
  name: "yes-no-schemas",
  setup(build) {
    build.onLoad({ filter: /valibot[/\\]dist[/\\]index\.m?js$/ }, async ({ path }) => ({
      contents: withoutReasons(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};
