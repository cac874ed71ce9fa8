import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCli } from "../../local-server/cli/run-cli.ts";
import { setUpEngines } from "../../local-server/set-up-engines.ts";
import { ENTRIES, FAKE_TOOLS, type Finished, workFolder } from "./run-emend.ts";

const KEY = "sk-canary-cli-0123456789";
const folder = workFolder();
after(() => folder.dispose());

async function* piped(text: string): AsyncGenerator<string> {
  yield text;
}

/** The real engines and settings, in this process. */
async function emend(
  words: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  let [out, err] = ["", ""];
  const all = { HOME: folder.path, EMEND_DATA: folder.file("data"), EMEND_KEYS: "file", EMEND_LOG: "debug", ...env };
  const code = await runCli(["engines", ...words], {
    process: {
      env: all,
      cwd: () => folder.path,
      stdin: piped(input),
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
    },
    tools: { ...FAKE_TOOLS, createEngines: async (dataFolder) => setUpEngines(dataFolder, all) },
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

/** The same as a process of its own. */
function emendProcess(words: readonly string[], input: string): Promise<Finished> {
  const env = { PATH: process.env.PATH, HOME: folder.path, EMEND_DATA: folder.file("data"), EMEND_KEYS: "file", EMEND_LOG: "debug" };
  const child = spawn(process.execPath, [ENTRIES.real, "engines", ...words], { cwd: folder.path, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  child.stdin.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

interface View {
  readonly name: string;
  readonly available: boolean;
  readonly missing?: readonly string[];
  readonly key?: string;
  readonly consent?: { readonly host: string; readonly given: boolean };
  readonly estimate?: { readonly price?: { readonly amount: number } };
}

async function viewOf(name: string, env: Record<string, string> = {}): Promise<View> {
  const { out } = await emend(["--json"], { env });
  const view = (JSON.parse(out) as { engines: View[] }).engines.find((engine) => engine.name === name);
  assert.ok(view, `no ${name}`);
  return view;
}

test("from nothing to ready: key from standard input, then consent; both can be taken back", { timeout: 60_000 }, async () => {
  assert.deepEqual((await viewOf("dashscope")).missing, ["key", "consent"]);
  const set = await emend(["set-key", "dashscope"], { input: `${KEY}\n` });
  assert.deepEqual([set.code, set.out.trim()], [0, "The key for dashscope is kept in the data folder, in a file only you can read."]);
  assert.equal(statSync(join(folder.file("data"), "keys.json")).mode & 0o777, 0o600);
  const halfway = await viewOf("dashscope");
  assert.deepEqual([halfway.available, halfway.missing, halfway.key], [false, ["consent"], "stored"]);
  const allowed = await emend(["allow", "dashscope"]);
  assert.match(allowed.out, /dashscope\.aliyuncs\.com.*0\.2 CNY/);
  const ready = await viewOf("dashscope");
  assert.deepEqual([ready.available, ready.consent?.given], [true, true]);
  assert.equal((await emend(["set", "dashscope", "region=singapore"])).code, 0);
  assert.equal((await viewOf("dashscope")).consent?.given, false, "consent was for the other host");
  await emend(["set", "dashscope", "region="]);
  assert.equal((await viewOf("dashscope", { EMEND_PRIVACY: "local" })).available, false);
  await emend(["forbid", "dashscope"]);
  await emend(["remove-key", "dashscope"]);
  assert.deepEqual((await viewOf("dashscope")).missing, ["key", "consent"]);
});

test("the key is in no output, on no command line and in no other file", { timeout: 60_000 }, async () => {
  const outputs = [
    await emendProcess(["set-key", "openai"], KEY),
    await emendProcess([], ""),
    await emend(["--json"]),
    await emend(["allow", "openai"]),
  ];
  for (const { out, err } of outputs) assert.equal(`${out}${err}`.includes(KEY), false);
  const files = readdirSync(folder.file("data"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = files.filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(KEY)).map(({ name }) => name);
  assert.deepEqual(holding, ["keys.json"]);
});

const WRONG = [
  [["set-key", "openai"], "", /empty/],
  [["set-key", "openai"], "two words", /spaces/],
  [["set-key", "instant"], KEY, /takes no key/],
  [["set-key", "nobody"], KEY, /no engine "nobody".*Engines: instant/s],
  [["allow"], "", /Which engine/],
  [["set", "dify", "colour=red"], "", /no setting of dify.*imageVariable/s],
  [["set", "dify"], "", /Say what to set/],
  [["polish", "dify"], "", /Actions: list, set-key/],
] as const;
test("wrong words are answered with what would be right", { timeout: 60_000 }, async () => {
  for (const [words, input, expected] of WRONG) {
    const { code, err } = await emend(words, { input });
    assert.equal(code, 2, words.join(" "));
    assert.match(err, expected);
  }
});

test("an engine of this machine needs no consent", async () => {
  assert.match((await emend(["allow", "instant"])).out, /nothing to allow/);
});

test("what reads free words is set up in the same way, and shown once it is", { timeout: 60_000 }, async () => {
  const names = async (): Promise<string[]> =>
    (JSON.parse((await emend(["--json"])).out) as { engines: View[] }).engines.map((e) => e.name);
  assert.equal((await names()).includes("phrasing"), false);
  assert.equal((await emend(["set", "phrasing", "baseUrl=https://llm.example.com/v1", "model=qwen3"])).code, 0);
  assert.deepEqual((await viewOf("phrasing")).missing, ["consent"]);
  assert.match((await emend(["allow", "phrasing"])).out, /may be sent your words, to llm\.example\.com/);
  assert.equal((await viewOf("phrasing")).available, true);
  await emend(["forbid", "phrasing"]);
  await emend(["set", "phrasing", "baseUrl=", "model="]);
  assert.equal((await names()).includes("phrasing"), false);
});
