import assert from "node:assert/strict";
import { test } from "node:test";
import { readSecret, type SecretSource } from "./read-secret.ts";

/** A terminal on which these pieces are typed; what it is told about raw mode is kept. */
function terminal(...typed: readonly string[]): SecretSource & { readonly modes: boolean[] } {
  const modes: boolean[] = [];
  return {
    isTTY: true,
    modes,
    setRawMode: (raw) => modes.push(raw),
    async *[Symbol.asyncIterator]() {
      yield* typed;
      throw new Error("read on after the end of the line");
    },
  };
}

async function* piped(...parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

const codeOf = async (source: SecretSource | undefined): Promise<string> => {
  const secret = await readSecret(source);
  return secret.ok ? secret.value : secret.error.code;
};

test("a key typed at a terminal is hidden, ends at Enter, and can be corrected", async () => {
  const source = terminal("sk-", "12", "x\u007f", "3\r", "more");
  assert.equal(await codeOf(source), "sk-123");
  assert.deepEqual(source.modes, [true, false]);
});

test("Ctrl-C gives nothing, and the terminal is as before", async () => {
  const source = terminal("sk-12", "\u0003");
  assert.equal(await codeOf(source), "bad_usage");
  assert.deepEqual(source.modes, [true, false]);
});

test("a key from a pipe may come in pieces and without a line end", async () => {
  assert.equal(await codeOf(piped("sk-", "abc")), "sk-abc");
  assert.equal(await codeOf(piped("sk-abc\nsecond line\n")), "sk-abc");
});

test("nothing, spaces inside, or a whole file is no key", async () => {
  for (const source of [undefined, piped(), piped("\n"), piped("two words"), piped("x".repeat(5000))])
    assert.equal(await codeOf(source), "bad_usage");
});
