import fc from "fast-check";
import { blobFrame } from "../../protocol/socket.ts";

/** What is sent down the socket: text, or bytes of a binary frame. */
export type FuzzedMessage = string | Uint8Array;

const DIGEST = "a".repeat(64);

/** One valid message of every kind, to be damaged. */
const VALID: readonly unknown[] = [
  { type: "hello", protocol: 1, client: "fuzz" },
  { type: "find", id: 1, source: DIGEST },
  { type: "plan", id: 2, instruction: "a -> b" },
  { type: "edit", id: 3, key: "fuzz-key-1", request: { source: DIGEST, instruction: "a -> b" } },
  { type: "job.get", id: 4, jobId: "no-such-job" },
  { type: "job.cancel", id: 5, jobId: "no-such-job" },
  { type: "engines", id: 6 },
  { type: "blob.has", id: 7, sha256: DIGEST },
  { type: "blob.put", id: 8, size: 3 },
  { type: "blob.get", id: 9, sha256: DIGEST },
];

/** Values that have broken parsers before. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e308, 2 ** 53, "", "__proto__", "constructor", "\0", "\ud800", [], {}, [[[[]]]]),
  fc.string({ maxLength: 60 }),
  fc.integer(),
  fc.constantFrom("../../etc/passwd", "%2e%2e%2f", "C:\\con", "\\\\server\\share", `${DIGEST}/..`, "A".repeat(3000)),
  fc.jsonValue({ maxDepth: 3 }),
);

const POLLUTED = ['"__proto__":{"admin":true}', '"constructor":{"prototype":{"x":1}}', '"toString":1', '"id":1,"id":"2"'];

/** A valid message with one field changed, dropped, doubled or joined by one that should not be there. */
const damaged = fc.tuple(fc.constantFrom(...VALID), nasty, fc.nat(), fc.nat(4)).map(([message, value, at, how]) => {
  const entries = Object.entries(message as object);
  const [key] = entries[at % entries.length]!;
  if (how === 0) return JSON.stringify({ ...(message as object), [key]: value });
  if (how === 1) return JSON.stringify(Object.fromEntries(entries.filter(([name]) => name !== key)));
  if (how === 2) return JSON.stringify({ ...(message as object), extra: value });
  const text = JSON.stringify(message);
  if (how === 3) return `${text.slice(0, -1)},${POLLUTED[at % POLLUTED.length]}}`;
  return text.slice(0, at % text.length);
});

/** A valid message with characters changed where it hurts or not. */
const garbled = fc
  .tuple(fc.constantFrom(...VALID), fc.array(fc.tuple(fc.nat(200), fc.string({ minLength: 1, maxLength: 1 })), { maxLength: 4 }))
  .map(([message, changes]) => {
    let text = JSON.stringify(message);
    for (const [at, character] of changes) text = text.slice(0, at) + character + text.slice(at + 1);
    return text;
  });

const deep = fc.integer({ min: 10, max: 20_000 }).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`);
const frame = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.tuple(fc.constantFrom(0, 8, 9, 2 ** 32 - 1), fc.uint8Array({ maxLength: 64 })).map(([id, part]) => blobFrame(id, part)),
);

/** Messages good and bad, text and binary, uploads out of order among them. */
export const fuzzedMessage: fc.Arbitrary<FuzzedMessage> = fc.oneof(
  { weight: 600, arbitrary: damaged },
  { weight: 400, arbitrary: garbled },
  { weight: 200, arbitrary: fc.constantFrom(...VALID).map((message) => JSON.stringify(message)) },
  { weight: 200, arbitrary: frame },
  { weight: 100, arbitrary: fc.string({ maxLength: 80 }) },
  { weight: 100, arbitrary: fc.json({ maxDepth: 5 }) },
  { weight: 2, arbitrary: deep },
);
