import type { Answer } from "../../../protocol/edit.ts";
import { ok, type Result } from "../../../protocol/errors.ts";
import { boundsOf } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { SeenCode } from "../../ports.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { codeKind } from "../codes/code-words.ts";
import { NO_QR_CODE } from "../codes/named-code.ts";
import { type LightContext, type LightStep, type SeenFace, type SeenText, step, unsupported } from "../light-step.ts";
import { isMark } from "../remove/block-words.ts";
import { answersTo, findMarks, ninthOf } from "../remove/find-marks.ts";
import { mainColours } from "./main-colours.ts";

const TEXT =
  /文字|文本|文案|店名|店招|招牌|标语|口号|车牌|字(?:体|样)?$|标题|写了|价格|电话|号码|日期|时间|\b(?:texts?|words?|letters?|lettering|writing|headline|title|slogan|sign|licen[cs]e plate|price|phone|number|date)\b/i;
const COLOUR = /颜色|色彩|主色|配色|色调|\b(?:colou?rs?|palette)\b/i;

const folded = (s: string): string => s.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const percent = (share: number): string => `${Math.round(share * 100)} %`;

function aboutColours(image: RasterImage, question: string): Answer {
  const colours = [...mainColours(image)];
  if (colours.length === 0)
    return { question, answer: "Nothing can be seen in the picture: it is all see-through.", confidence: 1, at: [], colours };
  const answer = `The main colours are ${colours
    .slice(0, 5)
    .map((c) => `${c.colour} (${percent(c.share)})`)
    .join(", ")}.`;
  return { question, answer, confidence: 1, at: [], colours };
}

function aboutTexts(texts: readonly SeenText[], question: string): Answer {
  const at = texts.map((t) => ({ label: t.string, rect: boundsOf(t.quad), confidence: t.confidence }));
  const answer = at.length === 0 ? "No text was found in the picture." : `The texts are: ${at.map((t) => `“${t.label}”`).join(", ")}.`;
  const confidence = texts.reduce((least, t) => Math.min(least, t.confidence), texts.length === 0 ? 0.8 : 1);
  return { question, answer, present: at.length > 0, confidence, at };
}

/** Kinds of wording a question may ask for. */
const KINDS: readonly (readonly [asks: RegExp, is: RegExp, name: string])[] = [
  [/价格|售价|\bprice\b/i, /[¥￥$€£]\s*\d|\d\s*元/, "price"],
  [/电话|手机号|\bphone\b/i, /(?:\d[\s-]?){7,}/, "phone number"],
  [/日期|\bdate\b/i, /\d{1,4}\s*[./年月-]\s*\d{1,2}/, "date"],
];

const AMOUNT = /^\d[\d.,]*$/;
const MONEY = /^[¥￥$€£元]/;

/** A price's sign may have been read as a text of its own, beside the amount. */
function standsByMoney(text: SeenText, texts: readonly SeenText[]): boolean {
  if (!AMOUNT.test(text.string)) return false;
  const own = boundsOf(text.quad);
  return texts.some((other) => {
    const { x, y, width, height } = boundsOf(other.quad);
    const gap = Math.max(x - own.x - own.width, own.x - x - width);
    return MONEY.test(other.string) && gap < 0.6 * own.height && y < own.y + own.height && own.y < y + height;
  });
}

function aboutWording(image: RasterImage, texts: readonly SeenText[], target: string): Answer | undefined {
  const kind = KINDS.find(([asks]) => asks.test(target));
  const fits = (t: SeenText): boolean => kind?.[1].test(t.string) === true || (kind?.[2] === "price" && standsByMoney(t, texts));
  const hits = kind ? texts.filter(fits) : texts.filter((t) => folded(t.string).includes(folded(target)));
  if (kind === undefined && hits.length === 0 && !/^[\d\s.,:/%-]+$/.test(target)) return undefined;
  const at = hits.map((t) => ({ label: t.string, rect: boundsOf(t.quad), confidence: t.confidence }));
  const places = at.map(
    ({ label, rect }) => `“${label}” at the ${ninthOf(rect.x + rect.width / 2, rect.y + rect.height / 2, image).replace("-", " ")}`,
  );
  const answer =
    at.length === 0 ? `No ${kind?.[2] ?? "such text"} was found among the ${texts.length} texts.` : `Found: ${places.join(", ")}.`;
  return { question: target, answer, present: at.length > 0, confidence: Math.min(1, ...at.map((t) => t.confidence)), at };
}

function aboutMarks(
  image: RasterImage,
  texts: readonly SeenText[],
  { target, where }: { target: string; where: Operation["where"] },
): Answer {
  const marks = findMarks(image, texts)
    .filter((mark) => answersTo(mark.where, where))
    .slice(0, 6);
  const at = marks.map(({ rect, text, where: place, confidence }) => ({
    label: text ?? `block at the ${place.replace("-", " ")}`,
    rect,
    confidence: 0.6 * confidence,
  }));
  const answer =
    at.length === 0
      ? "Nothing that stands free like a mark was found."
      : `What stands free like a mark: ${at.map((a) => (a.label.startsWith("block") ? `a ${a.label}` : `“${a.label}”`)).join(", ")}. Whether it is one cannot be told by shape alone.`;
  return { question: target, answer, confidence: at.length === 0 ? 0.5 : at[0].confidence, at };
}

const CODE = {
  qr: {
    one: (place: string) => `One QR code was found: ${place}.`,
    many: (n: number, places: string) => `${n} QR codes were found: ${places}.`,
    none: NO_QR_CODE,
  },
  barcode: {
    one: (place: string) => `One barcode was found: ${place}.`,
    many: (n: number, places: string) => `${n} barcodes were found: ${places}.`,
    none: "No barcode that can be read was found.",
  },
} as const;

/** What a code says may be long; so many signs of it are told. */
const TOLD = 60;

function aboutCodes(
  image: RasterImage,
  seen: readonly SeenCode[],
  { question, kind }: { question: string; kind: SeenCode["kind"] },
): Answer {
  const at = seen
    .filter((code) => code.kind === kind)
    .map((code) => ({ label: code.text.slice(0, TOLD), rect: boundsOf(code.quad), confidence: code.text === "" ? 0.8 : 0.99 }));
  const places = at.map(({ label, rect }) => {
    const where = ninthOf(rect.x + rect.width / 2, rect.y + rect.height / 2, image).replace("-", " ");
    return label === "" ? where : `“${label}” at the ${where}`;
  });
  const { one, many, none } = CODE[kind];
  const answer = at.length === 0 ? none : at.length === 1 ? one(places[0]) : many(at.length, places.join(", "));
  return { question, answer, present: at.length > 0, confidence: Math.min(at.length === 0 ? 0.7 : 1, ...at.map((a) => a.confidence)), at };
}

const FACE = /脸|面孔|人脸|人物|几个人|有人|^人$|行人|\b(?:faces?|people|persons?|anyone|anybody|humans?|man|men|woman|women)\b/i;

function aboutFaces(faces: readonly SeenFace[], image: RasterImage, question: string): Answer {
  const at = faces.map(({ rect, confidence }, i) => ({ label: `face ${i + 1}`, rect, confidence }));
  const places = at.map(({ rect }) => ninthOf(rect.x + rect.width / 2, rect.y + rect.height / 2, image).replace("-", " "));
  const answer =
    at.length === 0
      ? "No face was found; people seen from behind or far away are not told by their faces."
      : `${at.length === 1 ? "One face was found" : `${at.length} faces were found`}: ${places.join(", ")}.`;
  const confidence = faces.reduce((least, face) => Math.min(least, face.confidence), faces.length === 0 ? 0.6 : 1);
  return { question, answer, present: at.length > 0, confidence, at };
}

async function answered(
  image: RasterImage,
  { target, where }: { target: string; where: Operation["where"] },
  context: LightContext,
): Promise<Answer | undefined> {
  if (COLOUR.test(target)) return aboutColours(image, target);
  const { findFaces, findCodes } = context.ports;
  const kind = codeKind(target);
  if (kind !== undefined && findCodes !== undefined)
    return aboutCodes(image, await findCodes(image, context.signal), { question: target, kind });
  if (FACE.test(target) && findFaces !== undefined) return aboutFaces(await findFaces(image, context.signal), image, target);
  const texts = await context.ports.findTexts(image, context.signal);
  const wording = aboutWording(image, texts, target);
  if (wording !== undefined) return wording;
  if (TEXT.test(target)) return aboutTexts(texts, target);
  return isMark(target) ? aboutMarks(image, texts, { target, where }) : undefined;
}

/** `query`: what texts, colours, faces and marks there are and where; the picture stays as it is. Code: `unsupported_operation` for things known by meaning only. */
export async function answerQuery(image: RasterImage, { target, where }: Operation, context: LightContext): Promise<Result<LightStep>> {
  const answer = target === undefined ? undefined : await answered(image, { target, where }, context);
  if (answer === undefined) {
    return unsupported(
      `The light engine cannot tell whether “${target ?? "this"}” is in a picture.`,
      "It can answer about texts, colours, faces, QR codes, barcodes and free-standing marks; things known by their meaning need a vision model, and no engine of Emend is one yet.",
    );
  }
  return ok(step(image, { confidence: answer.confidence, answers: [answer], warnings: [answer.answer] }));
}
