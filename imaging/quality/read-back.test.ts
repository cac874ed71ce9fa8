import assert from "node:assert/strict";
import { test } from "node:test";
import { editDistance, foldForReading, readBackSimilarity } from "./read-back.ts";

test("edit distance is a metric on known words", () => {
  assert.equal(editDistance("kitten", "sitting"), 3);
  assert.equal(editDistance("", "年度热销"), 4);
  assert.equal(editDistance("𠮷野家", "吉野家"), 1);
  assert.equal(editDistance("abc", "cab"), editDistance("cab", "abc"));
});

test("what OCR drops or widens does not count", () => {
  assert.equal(readBackSimilarity("Smart Watch X9 Pro", "SmartWatchX9Pro"), 1);
  assert.equal(readBackSimilarity("¥169", "￥169"), 1);
  assert.equal(readBackSimilarity("DON'T – 50%", "DON’T-50％"), 1);
  assert.equal(foldForReading("Ａ　Ｂ"), "ab");
});

test("a wrong character costs its share", () => {
  assert.equal(readBackSimilarity("年度热销", "年度热卖"), 0.75);
  assert.equal(readBackSimilarity("169", "199"), 1 - 1 / 3);
  assert.equal(readBackSimilarity("abc", ""), 0);
  assert.equal(readBackSimilarity("", " "), 1);
});
