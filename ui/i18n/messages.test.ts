import assert from "node:assert/strict";
import { test } from "node:test";
import { ERROR_CODES, STAGES } from "../../protocol/errors.ts";
import { LANGUAGES, languageFor } from "../../protocol/language.ts";
import { OPERATION_KINDS } from "../../protocol/plan.ts";
import { describeOperation } from "./describe-operation.ts";
import { en } from "./en.ts";
import { OWN_CODES } from "./errors.en.ts";
import { messagesIn } from "./messages.ts";

function* leaves(value: object, path = ""): Generator<readonly [string, unknown]> {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "object") yield* leaves(inner, `${path}${key}.`);
    else yield [`${path}${key}`, inner];
  }
}

const said = (word: unknown): string => String(typeof word === "function" ? word(3, 4) : word);
/** Words that are rightly the same in both languages, or rightly empty. */
const SHARED = new Set(["connect.port", "language.en", "language.zh-CN", "blocked.none"]);

test("every language has the same keys", () => {
  const keys = LANGUAGES.map((language) => [...leaves(messagesIn(language))].map(([key]) => key).sort());
  // What the panel itself finds is worded in English; other languages say why for each of those codes.
  const beyondEnglish = OWN_CODES.filter((code) => en.errors[code].why === undefined).map((code) => `errors.${code}.why`);
  assert.deepEqual(keys[1], [...(keys[0] ?? []), ...beyondEnglish].sort());
});

test("no message is empty or left in the other language", () => {
  const chinese = new Map(leaves(messagesIn("zh-CN")));
  const bad = [...leaves(en)].filter(([key, word]) => {
    const other = said(chinese.get(key));
    return !SHARED.has(key) && (said(word) === "" || other === "" || other === said(word) || !/\p{Script=Han}/u.test(other));
  });
  assert.deepEqual(
    bad.map(([key]) => key),
    [],
  );
});

test("every error code, stage and operation has words in every language", () => {
  for (const language of LANGUAGES) {
    const m = messagesIn(language);
    assert.deepEqual(Object.keys(m.errors).sort(), [...ERROR_CODES].sort());
    assert.deepEqual(Object.keys(m.progress.stages).sort(), [...STAGES].sort());
    assert.deepEqual(Object.keys(m.operations.kinds).sort(), [...OPERATION_KINDS].sort());
  }
});

test("the system's languages decide, Chinese of any kind is Chinese, others read English", () => {
  assert.equal(languageFor(["zh-TW", "en"]), "zh-CN");
  assert.equal(languageFor(["fr", "de"]), "en");
  assert.equal(languageFor(["fr", "zh"]), "zh-CN");
  assert.equal(languageFor([]), "en");
});

test("an operation is described with its subject, place, style and colours", () => {
  const style = { colour: "#d4af37", sizeFactor: 1.2, align: "center" as const };
  const operation = { kind: "text.replace" as const, text: { from: "A", to: "B" }, where: "top" as const, style };
  assert.deepEqual(describeOperation(operation, en.operations), {
    title: "Replace text",
    detail: "A → B · top · larger · centred",
    colours: ["#d4af37"],
  });
});

test("an operation that says all in its kind has no detail", () => {
  const everywhere = describeOperation({ kind: "text.replace", text: { from: "2024", to: "2025" }, value: "all" }, en.operations);
  assert.equal(everywhere.detail, "2024 → 2025 · everywhere");
  assert.deepEqual(describeOperation({ kind: "background.remove" }, en.operations), {
    title: "Remove background",
    detail: "",
    colours: [],
  });
});
