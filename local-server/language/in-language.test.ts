import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanguage } from "./in-language.ts";

const DOCUMENT = {
  type: "job",
  job: {
    status: "failed",
    error: { code: "storage_full", message: "The disk is full.", help: "Free some space and try again.", retryable: true },
    result: {
      reasons: ["The edge of the edit may show."],
      warnings: [],
      texts: [{ original: "The disk is full.", wanted: "Export it smaller." }],
    },
    request: { instruction: "Say what to change." },
  },
};

test("Emend's sentences are spoken in Chinese, people's words and the picture's stay as they are", () => {
  assert.deepEqual(inLanguage(DOCUMENT, "zh-CN"), {
    type: "job",
    job: {
      status: "failed",
      error: { code: "storage_full", message: "磁盘已满。", help: "请腾出空间后重试。", retryable: true },
      result: { reasons: ["编辑区域的边缘可能看得出来。"], warnings: [], texts: DOCUMENT.job.result.texts },
      request: DOCUMENT.job.request,
    },
  });
});

test("English is the document itself", () => {
  assert.equal(inLanguage(DOCUMENT, "en"), DOCUMENT);
});
