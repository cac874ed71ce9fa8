import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { groundPlan } from "./ground-plan.ts";

const TEXTS = ["愚园路", "Yuyuan Rd.", "COFFEE TIME", "Scoffee", "¥199"];
const ground = (operation: Operation) => groundPlan({ instruction: "", operations: [operation] }, TEXTS).operations[0];

test("a thing whose name is written in the picture is that writing", () => {
  const meant = { kind: "text.replace", text: { from: "愚园路", to: "淮海路" } };
  assert.deepEqual(ground({ kind: "object.replace", target: "愚园路", value: "淮海路" }), meant);
  assert.deepEqual(ground({ kind: "object.replace", target: "coffee", value: "tea" }), {
    kind: "text.replace",
    text: { from: "coffee", to: "tea" },
  });
});

test("part of a longer word is not the word", () => {
  const operation: Operation = { kind: "object.replace", target: "fee", value: "price" };
  assert.deepEqual(ground(operation), operation);
});

test("removing takes a whole line only: a cup beside the word coffee stays a cup", () => {
  assert.equal(ground({ kind: "object.remove", target: "coffee" })?.kind, "object.remove");
  assert.deepEqual(ground({ kind: "object.remove", target: "yuyuan rd." }), { kind: "text.remove", text: { from: "yuyuan rd." } });
});

test("things that are not written there, and other kinds, stay what they are", () => {
  for (const operation of [
    { kind: "object.replace", target: "vase", value: "lamp" },
    { kind: "object.recolour", target: "愚园路" },
    { kind: "object.remove" },
  ] as const) {
    assert.deepEqual(ground(operation), operation);
  }
});

const replaced = (instruction: string, operation: Operation, texts: readonly string[]) =>
  groundPlan({ instruction, operations: [operation] }, texts).operations[0];

test("the end of a name that was heard as a place belongs to the name where the picture has it so", () => {
  const said = "社区服务中心改为第三医院";
  const operation: Operation = { kind: "object.replace", target: "社区服务", where: "center", value: "第三医院" };
  assert.deepEqual(replaced(said, operation, ["社区服务中心"]), { kind: "text.replace", text: { from: "社区服务中心", to: "第三医院" } });
  assert.equal(replaced("苹果中间改为梨", { ...operation, target: "苹果" }, ["苹果", "梨"])?.where, "center");
});

test("words that end or begin with a whole line mean that line, what is beside it says what it is", () => {
  const button: Operation = { kind: "object.replace", target: "按钮立即抢购", value: "马上下单" };
  assert.equal(replaced("按钮立即抢购改成马上下单", button, ["立即抢购", "抢购"])?.text?.from, "立即抢购");
  const scroll: Operation = { kind: "text.replace", text: { from: "横批国泰民安", to: "万事如意" } };
  assert.equal(replaced("横批国泰民安改成万事如意", scroll, ["国泰民安"])?.text?.from, "国泰民安");
});

test("a wording read as what the text is, and a letter called by its name", () => {
  const thumbnail: Operation = { kind: "text.replace", target: "IN 24 HOURS", text: { to: "IN ONE WEEK" } };
  assert.deepEqual(replaced("Change IN 24 HOURS to IN ONE WEEK", thumbnail, ["IN 24 HOURS"]), {
    kind: "text.replace",
    text: { from: "IN 24 HOURS", to: "IN ONE WEEK" },
  });
  const letter: Operation = { kind: "text.replace", target: "福字", text: { to: "春" }, where: "center" };
  assert.deepEqual(replaced("把中间的福字改成春", letter, ["福", "福满人间"]), {
    kind: "text.replace",
    text: { from: "福", to: "春" },
    where: "center",
  });
  const title: Operation = { kind: "text.replace", target: "标题", text: { to: "春" } };
  assert.deepEqual(replaced("标题改成春", title, ["标题党"]), title);
});

test("a wording in quotes means itself, and a line inside a longer wording is not meant", () => {
  const quoted: Operation = { kind: "text.replace", text: { from: "按钮抢购", to: "下单" } };
  assert.deepEqual(replaced("“按钮抢购”改成“下单”", quoted, ["抢购"]), quoted);
  const longer: Operation = { kind: "text.replace", text: { from: "新品上市大促", to: "清仓" } };
  assert.deepEqual(replaced("新品上市大促改成清仓", longer, ["大促"]), longer);
});

test("a name misread by a letter, or written over two lines, is writing; another short word is a thing", () => {
  const swap = (target: string, texts: readonly string[]) =>
    replaced(`${target}改成别样`, { kind: "object.replace", target, value: "别样" }, texts)?.kind;
  assert.equal(swap("人均八百", ["人均入百"]), "text.replace");
  assert.equal(swap("唐诗里的长安城", ["唐诗里的", "长安城"]), "text.replace");
  assert.equal(swap("100 CUPS", ["100CUPS"]), "text.replace");
  assert.equal(swap("花瓶", ["花店"]), "object.replace");
  assert.equal(swap("coffee cup", ["coffee"]), "object.replace");
});

test("what is to go or to look otherwise is writing where whole lines or figures are written so", () => {
  const grounded = (operation: Operation, texts: readonly string[]) => replaced("", operation, texts);
  assert.equal(grounded({ kind: "object.remove", target: "周末一起去爬山" }, ["周末 一起去爬山"])?.kind, "text.remove");
  const style = { colour: "#ff0000" };
  const figures: Operation = { kind: "object.recolour", target: "三百", style };
  assert.deepEqual(grounded(figures, ["全场满三百减五十元"]), { kind: "text.restyle", text: { from: "三百" }, style });
  const apple: Operation = { kind: "object.recolour", target: "苹果", style };
  assert.deepEqual(grounded(apple, ["红富士苹果"]), apple, "it may be the apple beside its name");
});

test("a wording that goes over from line to line, or has a comma of its own, is writing", () => {
  const swap = (instruction: string, target: string, texts: readonly string[]) =>
    replaced(instruction, { kind: "object.replace", target, value: "别样" }, texts)?.text?.from;
  assert.equal(swap("四十家咖啡馆改成别样", "四十家咖啡馆", ["在日出之前送到四十家", "咖啡馆，每一个仍由手工塑形。"]), "四十家咖啡馆");
  assert.equal(swap("窗台改成别样", "窗台", ["晒在窗", "台上"]), undefined, "two characters may meet by chance");
  assert.equal(swap("把江南好，风景旧曾谙。改成别样", "风景旧曾谙", ["江南好’风景旧曾谱°"]), "江南好,风景旧曾谙");
});

test("a wording named with its colour is meant in that colour", () => {
  const blue: Operation = { kind: "object.replace", target: "蓝色的立即购买", value: "查看详情" };
  assert.deepEqual(replaced("把蓝色的立即购买改成查看详情", blue, ["立即购买", "立即购买"]), {
    kind: "text.replace",
    text: { from: "立即购买", to: "查看详情" },
    target: "蓝色 text",
  });
  assert.equal(replaced("", { kind: "object.replace", target: "blue cup", value: "mug" }, ["cups"])?.kind, "object.replace");
});

test("words in a script no order is written in are wording, though nobody can read it in the picture", () => {
  assert.equal(replaced("", { kind: "object.replace", target: "Καλημέρα", value: "Καλησπέρα" }, ["Kα入nμεpα"])?.kind, "text.replace");
  assert.equal(replaced("", { kind: "object.remove", target: "مرحبا" }, [])?.kind, "text.remove");
});

test("what a text is called before a code or behind a label is no wording; a name nobody wrote is told by the new wording", () => {
  const replace = (target: string, to: string): Operation => ({ kind: "text.replace", target, text: { to } });
  assert.deepEqual(replaced("把目的地 NRT 改成 KIX", { kind: "object.replace", target: "目的地 NRT", value: "KIX" }, ["SHA", "NRT"]), {
    kind: "text.replace",
    text: { from: "nrt", to: "KIX" },
  });
  const amount = replace("Netflix amount", "$22.99");
  assert.deepEqual(replaced("Set the Netflix amount to $22.99", amount, ["Netflix", "$15.49"]), amount);
  assert.deepEqual(replaced("薪资改成30–50K", { kind: "text.replace", text: { from: "薪资", to: "30–50K" } }, ["上海·全职·25-40K"]), {
    kind: "text.replace",
    text: { from: "25-40k", to: "30–50K" },
  });
  const unlike = replace("赠品那句", "全场包邮");
  assert.deepEqual(replaced("赠品那句改成全场包邮", unlike, ["前100名送榨汁杯"]), unlike);
});

test("a text taken for what nobody wrote is told of, one that is written is not", () => {
  const notesOf = (from: string, to: string): readonly string[] | undefined =>
    groundPlan({ instruction: "", operations: [{ kind: "text.replace", text: { from, to } }] }, ["上海·全职·25-40K", "立即申请"]).notes;
  assert.match(`${notesOf("薪资", "30–50K")}`, /“薪资” is not written in the picture; “25-40k”/);
  assert.equal(notesOf("立即申请", "马上申请"), undefined);
});
