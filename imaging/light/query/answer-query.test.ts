import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import type { SeenText } from "../light-step.ts";
import { answerQuery } from "./answer-query.ts";

const text = (string: string, x: number, y: number): SeenText => ({
  string,
  confidence: 0.9,
  quad: [
    { x, y },
    { x: x + 40, y },
    { x: x + 40, y: y + 12 },
    { x, y: y + 12 },
  ],
});
const { image } = studioPicture();
const ports = plainPorts({ findTexts: async () => [text("SALE", 10, 10), text("¥199", 190, 180)] });
const ask = (target: string) => answerQuery(image, { kind: "query", target }, lightContext({ ports }));

async function answer(target: string) {
  const done = await ask(target);
  assert.ok(done.ok, done.ok ? "" : done.error.message);
  assert.deepEqual(done.value.image, image, "asking changes nothing");
  const [only] = done.value.answers ?? [];
  assert.ok(only);
  return only;
}

test("texts are listed with their places", async () => {
  const all = await answer("文字");
  assert.deepEqual(
    all.at.map((a) => [a.label, a.rect]),
    [
      ["SALE", { x: 10, y: 10, width: 40, height: 12 }],
      ["¥199", { x: 190, y: 180, width: 40, height: 12 }],
    ],
  );
  assert.equal(all.present, true);
});

test("wording and kinds of wording are told apart", async () => {
  assert.deepEqual(
    (await answer("sale")).at.map((a) => a.label),
    ["SALE"],
  );
  assert.deepEqual(
    (await answer("价格")).at.map((a) => a.label),
    ["¥199"],
  );
  assert.equal((await answer("phone number")).present, false);
});

test("the main colours come with their shares, commonest first", async () => {
  const { colours } = await answer("主色");
  assert.ok(colours && colours.length >= 2);
  assert.match(colours[0].colour, /^#e[a-f]e[a-f]e[a-f]$/);
  assert.ok(colours.every((c, i) => i === 0 || c.share <= colours[i - 1].share));
});

test("what is known by meaning only is refused with what can be asked", async () => {
  const done = await ask("dog");
  assert.ok(!done.ok && done.error.code === "unsupported_operation" && /texts, colours/.test(done.error.help ?? ""));
});

test("an amount whose sign was read apart is a price; a number that is not there is said to be missing", async () => {
  const apart = plainPorts({ findTexts: async () => [text("168", 10, 10), { ...text("元", 52, 10) }, text("2027", 10, 90)] });
  const asked = async (target: string) => {
    const done = await answerQuery(image, { kind: "query", target }, lightContext({ ports: apart }));
    assert.ok(done.ok);
    return done.value.answers?.[0];
  };
  assert.deepEqual(
    (await asked("价格"))?.at.map(({ label }) => label),
    ["168"],
  );
  assert.equal((await asked("411"))?.present, false);
});

test("a code is told by the reader's word for it, and by its place", async () => {
  const quad = [10, 20, 30, 40].map((x, i) => ({ x, y: 10 * i }));
  const findCodes = async () => [{ kind: "qr" as const, quad, text: "https://emend.example" }];
  const asked = async (target: string) => {
    const done = await answerQuery(image, { kind: "query", target }, lightContext({ ports: plainPorts({ findCodes }) }));
    assert.ok(done.ok);
    return done.value.answers?.[0];
  };
  assert.match((await asked("二维码"))?.answer ?? "", /^One QR code was found: “https:\/\/emend\.example” at the /);
  assert.equal((await asked("barcode"))?.present, false);
});
