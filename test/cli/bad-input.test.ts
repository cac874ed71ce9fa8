import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pngPromising, someJpeg, somePng } from "../fixtures/broken-pictures.ts";
import { runEmend, runEmendHere, workFolder } from "./run-emend.ts";

const work = workFolder();
after(() => work.dispose());

before(async () => {
  const png = await somePng(80, 60);
  writeFileSync(work.file("fine.png"), png);
  writeFileSync(work.file("small.png"), await somePng(10, 10));
  writeFileSync(work.file("cut.png"), png.subarray(0, png.length / 2));
  writeFileSync(work.file("cut.jpg"), (await someJpeg()).subarray(0, 400));
  writeFileSync(work.file("huge.png"), pngPromising(20_000, 20_000));
  writeFileSync(work.file("empty.png"), new Uint8Array());
  writeFileSync(work.file("prose.png"), "this is prose");
  writeFileSync(work.file("report.json"), "{}");
});

const EDIT = ["-i", "a -> b", "-o", "out.png"];

/** [what is wrong, command line, exit code, error code] */
const CASES: readonly (readonly [string, readonly string[], number, string])[] = [
  ["unknown command", ["explode"], 2, "bad_usage"],
  ["unknown option", ["find", "fine.png", "--loud"], 2, "bad_usage"],
  ["no picture named", ["find"], 2, "bad_usage"],
  ["one word too many", ["find", "fine.png", "fine.png"], 2, "bad_usage"],
  ["no such file", ["find", "nowhere.png"], 2, "bad_usage"],
  ["a folder", ["find", "."], 2, "bad_usage"],
  ["prose instead of a picture", ["find", "prose.png"], 2, "not_an_image"],
  ["empty file", ["find", "empty.png"], 2, "image_empty"],
  ["truncated PNG", ["find", "cut.png"], 2, "image_truncated"],
  ["truncated JPEG", ["edit", "cut.jpg", ...EDIT], 2, "image_truncated"],
  ["20,000² header", ["edit", "huge.png", ...EDIT], 2, "image_too_large"],
  ["empty instruction", ["edit", "fine.png", "-i", " ", "-o", "out.png"], 2, "empty_instruction"],
  ["empty instruction to plan", ["plan", ""], 2, "empty_instruction"],
  ["instruction not understood", ["edit", "fine.png", "-i", "hello", "-o", "out.png"], 2, "instruction_unclear"],
  ["nothing to do", ["edit", "fine.png", "-o", "out.png"], 2, "bad_usage"],
  ["no place for the result", ["edit", "fine.png", "-i", "a -> b"], 2, "bad_usage"],
  ["result over the source", ["edit", "fine.png", "-i", "a -> b", "-o", "./fine.png"], 2, "bad_usage"],
  ["result as text file", ["edit", "fine.png", "-i", "a -> b", "-o", "out.txt"], 2, "bad_usage"],
  ["set without =", ["edit", "fine.png", "--set", "a", "-o", "out.png"], 2, "bad_usage"],
  ["unknown engine", ["edit", "fine.png", ...EDIT, "--engine", "nope"], 2, "engine_unknown"],
  ["broken region", ["edit", "fine.png", ...EDIT, "--region", "1,2,3"], 2, "bad_usage"],
  ["empty region", ["edit", "fine.png", ...EDIT, "--region", "0,0,0,0"], 2, "bad_usage"],
  ["region left of the picture", ["edit", "fine.png", ...EDIT, "--region", "-50,-50,20,20"], 2, "bad_request"],
  ["an instruction of 2,100 characters", ["edit", "fine.png", "-i", "a -> b ".repeat(300), "-o", "out.png"], 2, "bad_request"],
  ["region outside", ["edit", "fine.png", ...EDIT, "--region", "900,900,10,10"], 2, "bad_request"],
  ["mask of another size", ["edit", "fine.png", ...EDIT, "--mask", "small.png"], 2, "bad_request"],
  ["broken seed", ["edit", "fine.png", ...EDIT, "--seed", "-1"], 2, "bad_usage"],
  ["too many variants", ["edit", "fine.png", ...EDIT, "--variants", "99"], 2, "bad_usage"],
  ["text not in the picture", ["edit", "fine.png", ...EDIT, "--set-option", "script=missing"], 2, "text_not_found"],
  ["broken port", ["serve", "--port", "many"], 2, "bad_usage"],
  ["certificate that is none", ["verify", "fine.png", "--source", "fine.png", "--certificate", "report.json"], 2, "bad_usage"],
  ["no certificate", ["verify", "fine.png", "--source", "fine.png"], 1, "verify_failed"],
  ["pictures of different size", ["verify", "small.png", "--source", "fine.png"], 1, "verify_failed"],
  ["engine that crashes its promise", ["edit", "fine.png", ...EDIT, "--set-option", "script=throw"], 1, "internal"],
];

for (const [name, words, exitCode, errorCode] of CASES) {
  test(`${name}: exit ${exitCode}, ${errorCode}, one sentence and no stack`, async () => {
    const { code, out, err } = await runEmendHere([...words, "--json"], work.path);
    const { error } = JSON.parse(out) as { error: { code: string; message: string } };
    assert.deepEqual([code, error.code], [exitCode, errorCode]);
    assert.match(err, /^emend: .+/);
    assert.doesNotMatch(out + err, /\n\s+at |\.ts:\d|node:internal/);
    assert.doesNotMatch(error.message, new RegExp(work.path));
  });
}

test("a text that is not there comes with the texts that are", async () => {
  const { out } = await runEmend(["edit", "fine.png", ...EDIT, "--set-option", "script=missing", "--json"], {
    folder: work.path,
    entry: "fake",
  });
  assert.deepEqual((JSON.parse(out) as { error: { details: unknown } }).error.details, { texts: ["¥199"] });
});

test("the shipped command leaves stdout empty on an error", async () => {
  const { code, out } = await runEmend(["find", "prose.png"], { folder: work.path, entry: "real" });
  assert.deepEqual([code, out], [2, ""]);
});
