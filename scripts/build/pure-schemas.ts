import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const BUILDER_CALL = /(?<![\w.])v\.(?=[a-z]\w*\()/g;

/**
 * Marks each call of the schema library as free of side effects, so that schemas the bundle never validates with are left out of it: the
 * library says so where it defines them, which bundlers do not see through a namespace import.
 */
export const pureSchemas: Plugin = {
  name: "pure-schemas",
  setup(build) {
    build.onLoad({ filter: /[/\\](protocol|ui)[/\\].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { loader: "ts", contents: source.replace(BUILDER_CALL, "/* @__PURE__ */ v.") };
    });
  },
};
