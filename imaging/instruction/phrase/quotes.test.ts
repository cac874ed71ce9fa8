import assert from "node:assert/strict";
import { test } from "node:test";
import { quotesIn } from "./quotes.ts";

const contents = (text: string): string[] => quotesIn(text).map((quote) => quote.content);

test("every kind of mark quotes", () => {
  assert.deepEqual(contents("'a' \"b\" ‘c’ “d” 「e」 『f』 《g》 «h» 【i】 `j`"), ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
});

test("an apostrophe inside a word neither opens nor closes", () => {
  assert.deepEqual(contents("don't change 'Let's go' to ‘It’s off’"), ["Let's go", "It’s off"]);
});

test("marks of a pair may be mixed and the outermost pair wins", () => {
  assert.deepEqual(contents("把”旧”改成\"他说'好'”"), ["旧", "他说'好'"]);
});

test("a mark without a partner quotes nothing", () => assert.deepEqual(contents("把“旧改成新"), []));

test("inches are no quotes", () => assert.deepEqual(contents('a 24" screen'), []));

test("spaces inside the marks are kept", () => assert.deepEqual(contents("' a  b '"), [" a  b "]));
