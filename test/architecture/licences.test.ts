import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { makeSbom } from "../../scripts/sbom.ts";

/** Licences of what is installed with Emend, from the lock file; and the bill of materials that says so. */
interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  /** Absent for packages of platforms that the registry at hand did not have when the file was written. */
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly dev?: boolean;
  /** A tool that something shipped could use were it there. */
  readonly devOptional?: boolean;
}

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
const shipped = installed.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** All allow shipping unmodified in an Apache-2.0 work. */
const ALLOWED = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "OFL-1.1",
  "CC0-1.0",
  "Unlicense",
  "BlueOak-1.0.0",
]);
/** libvips is a library beside us that anybody may replace, as its licence asks. */
const LIBVIPS = /^@img\/sharp-/;

const parts = (expression: string): string[] => expression.replaceAll(/[()]/g, "").split(/ AND | OR /);
const allowed = (name: string, licence: string): boolean =>
  parts(licence).every((part) => ALLOWED.has(part) || (part === "LGPL-3.0-or-later" && LIBVIPS.test(name)));

test("everything that ships has a licence from the list", () => {
  const others = shipped.map(([path, { license }]) => [nameOf(path), license ?? "none"] as const).filter(([name, l]) => !allowed(name, l));
  assert.deepEqual(others, []);
});

test("nothing, tools included, is under a licence that would bind us", () => {
  const binding = installed.filter(
    ([path, { license = "" }]) => /\bA?GPL|SSPL|BUSL|NonCommercial/i.test(license) && !LIBVIPS.test(nameOf(path)),
  );
  assert.deepEqual(binding, []);
});

test("every package has its digest in the lock file, but for those of other platforms", () => {
  const bare = installed.filter(([, { integrity, os }]) => integrity === undefined && os === undefined).map(([path]) => path);
  assert.deepEqual(bare, []);
});

test("sharp is not one of those with known holes in its loaders (GHSA-f88m-g3jw-g9cj)", () => {
  for (const [path, { version }] of installed.filter(([at]) => nameOf(at) === "sharp")) {
    const [major, minor] = version.split(".").map(Number);
    assert.ok(major! > 0 || minor! >= 35, `${path} ${version}`);
  }
});

test("the bill of materials has every shipped package and model, with version, licence and digest, once", () => {
  const { bomFormat, components, dependencies } = makeSbom();
  assert.equal(bomFormat, "CycloneDX");
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  // The lock file does not mark these as tools, because something shipped could use them were they there.
  const tools = /^(@types\/|typescript@|@typescript\/|undici-types@)/;
  const missing = shipped
    .map(([path, { version }]) => `${nameOf(path)}@${version}`)
    .filter((name) => !listed.has(name) && !tools.test(name));
  assert.deepEqual(missing, []);
  assert.equal(new Set(components.map((c) => c["bom-ref"])).size, components.length);
  const bare = new Set(
    shipped.filter(([, { integrity }]) => integrity === undefined).map(([path, { version }]) => `${nameOf(path)}@${version}`),
  );
  const hashed = (name: string, hashes: readonly unknown[] | undefined): boolean => hashes?.length === 1 || bare.has(name);
  const poor = components.filter(
    (c) => c.licenses?.length !== 1 || (c.type === "library" && (c.purl === undefined || !hashed(`${c.name}@${c.version}`, c.hashes))),
  );
  assert.deepEqual(poor, []);
  assert.deepEqual(
    dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !components.some((c) => c["bom-ref"] === ref)),
    [],
  );
  assert.ok(components.some(({ name, type }) => name === "pp-ocrv4-det" && type === "machine-learning-model"));
});
