import assert from "node:assert/strict";
import { after, test } from "node:test";
import { runEmendHere, workFolder } from "./run-emend.ts";

const work = workFolder();
after(() => work.dispose());

const NO_FILE = /没有文件“nowhere.png”。\n +请检查路径。/;

test("the command line speaks the language asked for, else the system's", async () => {
  const chinese = { LC_ALL: "zh_CN.UTF-8" };
  assert.match((await runEmendHere(["find", "nowhere.png", "--lang", "zh"], work.path)).err, NO_FILE);
  assert.match((await runEmendHere(["find", "nowhere.png"], work.path, chinese)).err, NO_FILE);
  assert.match((await runEmendHere(["find", "nowhere.png", "--lang=en"], work.path, chinese)).err, /There is no file/);
  assert.match((await runEmendHere(["help"], work.path, chinese)).out, /serve {5}运行供插件和试验页使用的本地服务。/);
});

test("programs read English unless they ask for another language by name", async () => {
  const chinese = { LANG: "zh_CN.UTF-8" };
  assert.match((await runEmendHere(["find", "nowhere.png", "--json"], work.path, chinese)).out, /There is no file/);
  assert.match((await runEmendHere(["find", "nowhere.png", "--json", "--lang", "zh"], work.path, chinese)).out, /没有文件“nowhere.png”。/);
});

test("a language nobody speaks is a wrong usage", async () => {
  const { code, err } = await runEmendHere(["help", "--lang", "fr"], work.path);
  assert.deepEqual([code, err], [2, 'emend: "fr" is no language.\n       Use en or zh.\n']);
});
