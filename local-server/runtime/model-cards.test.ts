import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageFolder } from "./package-folder.ts";

const ROOT = join(import.meta.dirname, "../..");
interface Card {
  readonly id: string;
  readonly package: string;
  readonly licence: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}
const cards = readdirSync(join(ROOT, "models"))
  .filter((name) => /^pp-ocr.*\.json$/.test(name))
  .map((name): Card => JSON.parse(readFileSync(join(ROOT, "models", name), "utf8")));

test("the OCR networks have cards that agree with the installed files, byte for byte", () => {
  assert.deepEqual(cards.map((c) => c.id).sort(), ["pp-ocrv4-det", "pp-ocrv4-rec"]);
  for (const card of cards) {
    const folder = packageFolder(card.package.slice(0, card.package.lastIndexOf("@")));
    for (const { path, bytes, sha256 } of card.files) {
      const content = readFileSync(join(folder, path));
      assert.equal(content.length, bytes, path);
      assert.equal(createHash("sha256").update(content).digest("hex"), sha256, path);
    }
  }
});

test("cards name the version that is installed and a licence NOTICE repeats", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const notice = readFileSync(join(ROOT, "NOTICE"), "utf8");
  for (const card of cards) {
    const at = card.package.lastIndexOf("@");
    assert.equal(dependencies[card.package.slice(0, at)], card.package.slice(at + 1));
    assert.equal(card.licence, "Apache-2.0");
  }
  assert.match(notice, /PP-OCRv4[\s\S]*Apache License 2\.0/);
});
