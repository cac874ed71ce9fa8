/**
 * Writes the software bill of materials of what ships: every package of the lock file without development tools, for all platforms, and
 * every model card. CycloneDX 1.5 as JSON.
 *   npm run -s sbom              to stdout
 *   npm run -s sbom -- FILE      to a file
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODELS = new URL("../models/", import.meta.url);

interface ModelCard {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly upstream: string;
  /** Comes with Emend; the others are installed when somebody asks for them. */
  readonly package?: string;
  /** The card is of a program, not of weights. */
  readonly program?: string;
  /** Without a digest where the publisher's own is taken at the download. */
  readonly files?: readonly { readonly path: string; readonly sha256?: string }[];
}

interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

export interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
type Lock = Readonly<Record<string, LockedPackage>>;

/** Where a package finds another: in its own folder, else in those above it. */
function resolved(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}

const wanted = ({ dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }: LockedPackage): string[] => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true),
];

/** All that is reached from our own dependencies, by `name@version`. `npm sbom --omit dev` also drops what tools happen to share with us. */
function shippedPackages(): ReadonlyMap<string, LockedPackage> {
  const { packages: lock } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as { packages: Lock };
  const reached = new Set<string>([""]);
  for (const path of reached) {
    for (const name of wanted(lock[path]!)) {
      const found = resolved(lock, path, name);
      if (found !== undefined) reached.add(found);
    }
  }
  reached.delete("");
  const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  return new Map([...reached].map((path) => [`${nameOf(path)}@${lock[path]!.version}`, lock[path]!]));
}

/** The digest of the lock file, which npm leaves out for packages of other platforms. */
function withDigest(component: Component, { integrity = "" }: LockedPackage): Component {
  const digest = /^sha512-(.+)$/.exec(integrity)?.[1];
  if (component.hashes !== undefined || digest === undefined) return component;
  return { ...component, hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] };
}

function packagesBom(): Sbom {
  const words = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const npm = spawnSync("npm", words, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 2 ** 20, shell: process.platform === "win32" });
  if (npm.status !== 0) throw new Error(`npm sbom ended with ${npm.status}: ${npm.stderr}`);
  const all = JSON.parse(npm.stdout) as Sbom;
  const shipped = shippedPackages();
  const components = all.components.flatMap((component) => {
    const locked = shipped.get(`${component.name}@${component.version}`);
    return locked === undefined ? [] : [withDigest(component, locked)];
  });
  const refs = new Set([...components.map((component) => component["bom-ref"]), all.metadata.component["bom-ref"]]);
  const dependencies = all.dependencies.filter(({ ref }) => refs.has(ref));
  const kept = dependencies.map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return { ...all, components, dependencies: kept };
}

const SPDX = /^[A-Za-z0-9.+-]+$/;

/** One component per card; a model of several files names each by its digest. */
function modelComponent(card: ModelCard): Component & Readonly<Record<string, unknown>> {
  const { id, title, licence, upstream, files = [] } = card;
  const digests = files.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [{ path, sha256 }]));
  return {
    "bom-ref": `model:${id}`,
    type: card.program === undefined ? "machine-learning-model" : "application",
    name: id,
    description: title,
    scope: card.package === undefined ? "optional" : "required",
    licenses: [{ license: SPDX.test(licence) ? { id: licence } : { name: licence } }],
    ...(digests.length === 1 && { hashes: [{ alg: "SHA-256", content: digests[0]!.sha256 }] }),
    properties: [
      { name: "emend:upstream", value: upstream },
      ...digests.map(({ path, sha256 }) => ({ name: `emend:sha256:${path}`, value: sha256 })),
    ],
  };
}

const cards = (): ModelCard[] =>
  readdirSync(MODELS)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, MODELS), "utf8")) as ModelCard);

export function makeSbom(): Sbom {
  const bom = packagesBom();
  const models = cards().map(modelComponent);
  const dependencies = models.map((model) => ({ ref: model["bom-ref"], dependsOn: [] }));
  return { ...bom, components: [...bom.components, ...models], dependencies: [...bom.dependencies, ...dependencies] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `${JSON.stringify(makeSbom(), null, 2)}\n`;
  const file = process.argv[2];
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}
