import assert from "node:assert/strict";
import { test } from "node:test";
import type { SensitiveKind } from "../../protocol/sensitive.ts";
import { planInstruction } from "../instruction/plan.ts";
import { looksLikeDocument, sensitiveIn } from "./sensitive-wish.ts";

const asked = (instruction: string, texts: readonly string[] = []): readonly SensitiveKind[] =>
  sensitiveIn(planInstruction(instruction), texts);

const HARMLESS = [
  "把“¥199”改成“¥169”",
  "删除左上角的品牌Logo",
  "把模特的裙子改成红色",
  "去掉背景里的路人",
  "remove the person in the background",
  "把背景换成白色",
  "抠图",
  "make the shirt yellow",
  "把标题改为“护照夹 新品上市”",
  "把“护肤”改成“护脸霜”",
  "给模特戴上一顶帽子",
  "把人物移到左边",
  "把运动鞋改为黑色",
  "remove the date stamp",
  "去掉脸上的反光",
  "把脸盆换成花瓶",
  "replace the watch face with a blue one",
  "change 'Face cream' to 'Hand cream'",
  "add a face mask box next to the bottle",
  "把女孩手里的气球换成鲜花",
  "replace the man's tie with a bow tie",
  "把模特的外套换成西装",
  "让模特面带微笑",
  "调亮一点",
  "加一个白色边框",
  "裁成正方形",
  "把二维码删掉",
  "删除图片上的所有文字",
  "在右下角加水印图",
  "add our watermark in the corner",
  "把“发票抬头”旁边的花删掉",
  "把“2024”改成“2025”",
  "把店名改成“老王面馆”",
  "replace the dog with a cat",
  "把狗换成年轻的猫",
  "Change 'John Smith' to 'Mary Jones'",
  "把电话改成 400-800-1234",
  "去掉logo",
  "把孩子的红围巾换成蓝围巾",
  "make the old house younger looking",
  "把黑人牙膏换成薄荷牙膏",
  "turn the white car red",
  "把天空换成晚霞",
  "erase the tourists behind the couple",
  "把老人旁边的椅子去掉",
] as const;

const TELLING: readonly (readonly [string, SensitiveKind])[] = [
  ["把人物的脸换成另一个人的脸", "identity"],
  ["给他换脸", "identity"],
  ["给她换张脸", "identity"],
  ["把模特换一张明星的脸", "identity"],
  ["swap her face with Taylor Swift's", "identity"],
  ["replace the man's face with mine", "identity"],
  ["将模特换成亚洲女性", "identity"],
  ["把模特换成明星", "identity"],
  ["replace the woman with a famous actress, a celebrity", "identity"],
  ["replace the model with an older woman", "identity"],
  ["把男人换成另一个人", "identity"],
  ["去掉水印", "watermark"],
  ["清除画面中所有水印文字", "watermark"],
  ["remove the watermark in the bottom right corner", "watermark"],
  ["delete 'Shutterstock'", "watermark"],
  ["把“视觉中国”删掉", "watermark"],
  ["remove the Getty Images logo", "watermark"],
  ["erase the copyright notice", "watermark"],
  ["把身份证上的名字改成“张三”", "document"],
  ["修改护照的有效期，2024改成2034", "document"],
  ["change the date on the passport from 2024 to 2034", "document"],
  ["把毕业证的姓名改为“李四”", "document"],
  ["把公章删掉", "document"],
  ["remove the official stamp", "document"],
];

test("harmless edits ask for nothing", () => {
  assert.ok(HARMLESS.length >= 40);
  assert.deepEqual(
    HARMLESS.filter((say) => asked(say).length > 0).map((say) => `${say}: ${asked(say)}`),
    [],
  );
});

test("changes of identity, documents and strangers' marks are told", () => {
  assert.ok(TELLING.length >= 20);
  assert.deepEqual(
    TELLING.filter(([say, kind]) => !asked(say).includes(kind)).map(
      ([say]) => `${say}: ${asked(say)} ${JSON.stringify(planInstruction(say))}`,
    ),
    [],
  );
});

test("a picture that reads like a document makes any new wording in it a document's", () => {
  const card = ["姓名 张伟", "性别 男 民族 汉", "出生 1990 年 1 月 1 日", "住址 北京市", "公民身份号码 110101199001011234"];
  assert.deepEqual(asked("把“张伟”改成“李雷”", card), ["document"]);
  assert.deepEqual(asked("把“1990”改成“1995”", ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"]), ["document"]);
  assert.deepEqual(asked("调亮一点", card), []);
});

test("posters with a word or two of that kind are no documents", () => {
  for (const texts of [
    ["出生礼盒", "新品上市", "¥199"],
    ["PASSPORT COVER", "Genuine leather", "$29"],
    ["有效期限 2025", "限时特惠"],
  ])
    assert.equal(looksLikeDocument(texts), false, texts.join(" "));
});
