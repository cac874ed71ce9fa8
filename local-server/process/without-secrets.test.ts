import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutSecrets } from "./without-secrets.ts";

test("what opens databases, stores and engines is left out, what a process needs to run is not", () => {
  const plain = { PATH: "/bin", HOME: "/home/x", EMEND_LOG: "debug", LANG: "C" };
  const secret = {
    EMEND_DATABASE_URL: "postgres://u:p@h/d",
    EMEND_S3_SECRET: "s",
    EMEND_S3_ENDPOINT: "https://h/b",
    DASHSCOPE_API_KEY: "k",
    HF_TOKEN: "t",
    PGPASSWORD: "p",
  };
  assert.deepEqual(withoutSecrets({ ...plain, ...secret }), plain);
});
