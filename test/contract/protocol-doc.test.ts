import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { exitCodeOf } from "../../local-server/cli/exit-code.ts";
import { createHttpApp } from "../../local-server/transport/http-app.ts";
import { statusOf } from "../../local-server/transport/http-status.ts";
import type { Services } from "../../local-server/transport/services.ts";
import { ERROR_CODES } from "../../protocol/errors.ts";
import { ClientMessageSchema } from "../../protocol/socket.ts";
import { COMPANION_PORTS } from "../../protocol/version.ts";

/** The tables of docs/PROTOCOL.md against the code they describe. */
const TEXT = readFileSync(new URL("../../docs/PROTOCOL.md", import.meta.url), "utf8");

/** Cells of every row of the table under a heading, without head and rule. */
function tableUnder(heading: string): string[][] {
  const section = TEXT.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

test("every error code stands there once with its HTTP status and exit code", () => {
  const written = tableUnder("Errors").map(([code, status, exit]) => [code, Number(status), Number(exit)]);
  assert.deepEqual(
    written,
    ERROR_CODES.map((code) => [code, statusOf(code), exitCodeOf(code)]),
  );
});

test("every route stands there, and no other", () => {
  const routes = createHttpApp({} as Services, undefined).routes.filter(({ method, path }) => method !== "ALL" && path !== "/*");
  const sorted = (rows: readonly (readonly (string | undefined)[])[]): string[] => rows.map(([method, path]) => `${method} ${path}`).sort();
  assert.deepEqual(sorted(tableUnder("HTTP")), sorted(routes.map(({ method, path }) => [method, path])));
});

test("every socket request stands there, and no other", () => {
  const types = ClientMessageSchema.options.map(({ entries }) => entries.type.literal);
  assert.deepEqual(
    tableUnder("Socket")
      .map(([type]) => type)
      .sort(),
    [...types].sort(),
  );
});

test("the ports are those the panel searches", () => {
  assert.ok(TEXT.includes(COMPANION_PORTS.join(", ")));
});
