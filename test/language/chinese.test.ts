import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { QUESTIONS } from "../../imaging/instruction/clarify.ts";
import { sayLines } from "../../local-server/language/say-lines.ts";
import { readTemplate, slotsIn } from "../../local-server/language/template.ts";
import { createTranslator } from "../../local-server/language/translator.ts";
import { ZH_CN } from "../../local-server/language/zh-cn/vocabulary.ts";
import { SOURCES, sayingsIn } from "./sentences-in-source.ts";
import { spokenSentences } from "./spoken.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const sayings = sayingsIn(ROOT, SOURCES);
const translator = createTranslator(ZH_CN);
const translate = translator.sentence;
const say = sayLines(translator);
const entries = Object.entries(ZH_CN.sentences);

/** `{1} stands here` with the slots filled. */
const filledWith = (text: string, value: (slot: number) => string): string =>
  text.replace(/\{(\d+)\}/g, (_, n: string) => value(Number(n)));

/** What model cards say of themselves, which the panel and `emend models` show. */
const cardSayings = (): readonly string[] =>
  globSync("models/*.json", { cwd: ROOT }).flatMap((file) => {
    const { title, use } = JSON.parse(readFileSync(join(ROOT, file), "utf8")) as { title?: string; use?: string };
    return [title, use].filter((text) => text !== undefined);
  });

test("every sentence a person may read has a Chinese one", () => {
  const missing = spokenSentences(sayings).filter(({ text }) => {
    const said = filledWith(text.trim(), (n) => `⟦${n}⟧`);
    return say(said) === said && !Object.hasOwn(ZH_CN.phrases, text);
  });
  assert.deepEqual(
    missing.map(({ at, text }) => `${at}  ${text}`),
    [],
    "write them in local-server/language/zh-cn",
  );
});

test("every model says in Chinese what it is for", () => {
  const uses = cardSayings().filter((text) => text.endsWith("."));
  assert.deepEqual(
    uses.filter((text) => translate(text) === text),
    [],
  );
});

test("no Chinese sentence outlives its English one", () => {
  const texts = [...sayings.map(({ text }) => text), ...cardSayings()].flatMap((text) => [text, ...text.split(/(?<=\.) |\n| {2,}/)]);
  const said = [...new Set(texts.map((text) => text.trim()))];
  const isSaid = (text: string): boolean => {
    const template = readTemplate(text);
    return said.some((one) => slotsIn(one, template) !== undefined);
  };
  const asked = Object.values(QUESTIONS).map(({ en }) => en.replace("{0}", "{1}"));
  assert.deepEqual(
    entries.map(([text]) => text).filter((text) => !asked.includes(text) && !isSaid(text)),
    [],
  );
});

test("a Chinese sentence says all that the English one says", () => {
  const lost = entries.filter(([text, says]) => {
    const slots = [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
    const used = [...new Set((says.match(/\{=?\d+\}/g) ?? []).map((slot) => slot.replace("=", "")))].sort();
    return slots.join() !== used.join();
  });
  assert.deepEqual(lost, []);
});

test("Chinese is set as Chinese: full-width marks, a space between Han characters and Latin ones", () => {
  const texts = [...entries, ...Object.entries(ZH_CN.phrases)].map(([, says]) => says);
  const tight = /\p{Script=Han}[A-Za-z\d]|[A-Za-z\d]\p{Script=Han}/u;
  const half = /\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}|\p{Script=Han}[.:](?: |$)/u;
  assert.deepEqual(
    texts.filter((text) => tight.test(text) || half.test(text)),
    [],
  );
});

test("what people wrote comes through as it is, whatever it is", () => {
  const quoted = entries
    .map(([text]) => ({ text, ...readTemplate(text) }))
    .filter(({ literals }) => literals.length === 2 && literals[0]!.endsWith("“"));
  assert.ok(quoted.length > 20);
  fc.assert(
    fc.property(fc.constantFrom(...quoted), fc.string({ unit: "binary", maxLength: 40 }), ({ text, literals }, words) => {
      const said = translate(filledWith(text, () => words));
      assert.ok(said.includes(`“${words}”`), said);
      assert.notEqual(
        said,
        filledWith(text, () => words),
      );
      assert.ok(!said.includes(literals[1]!) || words.includes(literals[1]!));
    }),
    { numRuns: 500 },
  );
  for (const words of ["新品“上市”", 'say "hi"', "a\nb", "The disk is full.", "{1}", "$&", ""])
    assert.equal(
      translate(`The text “${words}” is not in the picture. No text was found in the picture.`),
      `图中没有“${words}”这段文字。图中没有找到文字。`,
    );
});

test("a sentence that is not known stays as it is, whole", () => {
  for (const text of ["Something new happened. The disk is full.", "", "Hello", "新品上市", "no job of “x”"])
    assert.equal(translate(text), text);
});

test("sentences in sentences, lists and another program's words", () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      "Hugging Face failed (status 500). It said: Out of memory. The disk is full.",
      "Hugging Face 出错了（状态 500）。对方的说明：Out of memory. The disk is full.",
    ],
    ["The Dify app refused the key.", "Dify 应用没有接受密钥。"],
    ["2 faces were found: top left, bottom right.", "找到 2 张人脸：左上、右下。"],
    ["The texts there are: “SALE”, “50% OFF”.", "图中有这些文字：“SALE”、“50% OFF”。"],
    ["The light engine cannot do object.move.", "轻量引擎不支持“移动物体”。"],
    ["“A” is set at 80 % of the original size to fit the space.", "“A”字号缩小到原来的 80% 以适应空间。"],
    ["“A B” is set in two lines at 80 % of the original size to fit the space.", "为适应空间，“A B”排成了两行，字号为原来的 80%。"],
    [
      "The model folder lacks the text encoder (Qwen2.5-VL-7B), the VAE (qwen_image_vae). emend models install qwen-image-edit-2509 brings all of it.",
      "模型文件夹中缺少文本编码器（Qwen2.5-VL-7B）、VAE（qwen_image_vae）。运行 emend models install qwen-image-edit-2509 可一次装齐。",
    ],
  ];
  for (const [english, chinese] of cases) assert.equal(translate(english), chinese);
});
