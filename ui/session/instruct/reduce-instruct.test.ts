import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { digestOf, editResult, layer, ready, type Walk, walk } from "../../testing/builders.ts";
import type { UiEvent } from "../ui-event.ts";

const plan = { instruction: "把标题变金色", operations: [{ kind: "text.restyle" as const, target: "标题" }] };

test("typing asks what is understood after a pause, and trailing spaces do not ask again", () => {
  const typed = walk(ready(), { type: "instruct.edited", text: "把标题变金色" });
  assert.deepEqual(typed.effects, [{ type: "instruct.plan", instruction: "把标题变金色", after: [], source: digestOf("a"), delayMs: 400 }]);
  assert.deepEqual(walk(typed.state, { type: "instruct.edited", text: "把标题变金色 " }).effects, []);
});

test("a plan for words that were typed over meanwhile is not shown", () => {
  const { state } = walk(
    ready(),
    { type: "instruct.edited", text: "make it gold" },
    { type: "instruct.understood", instruction: "make it", plan: { instruction: "make it", operations: [] } },
  );
  assert.deepEqual(state.instruct.understanding, { kind: "asking", instruction: "make it gold" });
});

test("the plan for the present words is shown", () => {
  const { state } = walk(
    ready(),
    { type: "instruct.edited", text: plan.instruction },
    { type: "instruct.understood", instruction: plan.instruction, plan },
  );
  assert.deepEqual(state.instruct.understanding, { kind: "known", instruction: plan.instruction, plan });
});

test("a text chosen from those that are there replaces the one looked for, whatever characters it holds", () => {
  const words = "replace '¥189' with '¥169'";
  const missed = { instruction: words, operations: [{ kind: "text.replace" as const, text: { from: "¥189", to: "¥169" } }] };
  const { state } = walk(
    ready(),
    { type: "instruct.edited", text: words },
    { type: "instruct.understood", instruction: words, plan: missed },
    { type: "instruct.text.chosen", text: "$& 199" },
  );
  assert.equal(state.instruct.instruction, "replace '$& 199' with '¥169'");
});

const known = (words: string, ...operations: Operation[]): UiEvent[] => [
  { type: "instruct.edited", text: words },
  { type: "instruct.understood", instruction: words, plan: { instruction: words, operations } },
];
const GOLD: Operation = { kind: "text.restyle", text: { from: "SALE" }, style: { colour: "#d4af37" } };
const BORDER: Operation = { kind: "border.add", value: "4px" };
const TO_INSTRUCT: UiEvent = { type: "shell.screen", screen: "instruct" };
const APPLY: UiEvent = { type: "job.apply", key: "key-00000001", at: 1000 };
const sentBy = (effects: Walk["effects"]) => effects.flatMap((e) => (e.type === "job.edit" ? [e.request] : []))[0];

test("a chip taken out is not done: what is shown is what is sent", () => {
  const { effects } = walk(
    ready(),
    TO_INSTRUCT,
    ...known("gold and a border", GOLD, BORDER),
    { type: "instruct.chip.dropped", index: 0 },
    APPLY,
  );
  assert.deepEqual(sentBy(effects), { source: digestOf("a"), operations: [BORDER] });
});

test("a place pointed at goes with every text operation that has none", () => {
  const { effects } = walk(
    ready(),
    TO_INSTRUCT,
    ...known("gold", GOLD, BORDER),
    { type: "instruct.place.chosen", at: { x: 5, y: 6 } },
    APPLY,
  );
  assert.deepEqual(sentBy(effects)?.operations, [{ ...GOLD, at: { x: 5, y: 6 } }, BORDER]);
});

test("a template is filled in field by field; an empty field keeps its name, so that it is asked for", () => {
  const { state } = walk(
    ready(),
    { type: "instruct.template.chosen", template: "将[原文字]替换为{新文字}" },
    { type: "instruct.field.filled", index: 1, value: "年度热销" },
  );
  assert.equal(state.instruct.instruction, "将[原文字]替换为年度热销");
});

test("favourites and what ran are remembered, latest first, nothing twice", () => {
  const { state, effects } = walk(
    ready(),
    TO_INSTRUCT,
    { type: "instruct.favourite", template: "a" },
    { type: "instruct.favourite", template: "b" },
    { type: "instruct.favourite", template: "a" },
    ...known("gold", GOLD),
    APPLY,
  );
  assert.deepEqual([state.settings.favourites, state.settings.recent], [["b"], ["gold"]]);
  assert.ok(effects.some((e) => e.type === "shell.settings"));
});

test("shapes of the canvas make one region around them, or protect each; the source stays at hand meanwhile", () => {
  const square = (x: number, y: number) =>
    [
      { x, y },
      { x: x + 10, y },
      { x: x + 10, y: y + 10 },
      { x, y: y + 10 },
    ] as const;
  const areas = [
    { name: "Logo", quad: square(0, 0) },
    { name: "Seal", quad: square(50, 40) },
  ];
  const picking = walk(ready(), { type: "instruct.picking", use: "region" }, { type: "layer.selection", layers: [layer({ id: "5:5" })] });
  assert.equal(picking.state.work.kind === "ready" && picking.state.work.source.layer.id, "1:2");
  const region = walk(picking.state, { type: "instruct.areas", use: "region", areas });
  assert.deepEqual(region.state.instruct.region, { x: 0, y: 0, width: 60, height: 50 });
  const both = walk(region.state, { type: "instruct.areas", use: "protect", areas }, TO_INSTRUCT, ...known("gold", GOLD), APPLY);
  assert.deepEqual(
    sentBy(both.effects)?.protect,
    areas.map((a) => a.quad),
  );
});

test("a protected area is moved and stretched, and its new corners are what is sent", () => {
  const quad = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ] as const;
  const { effects } = walk(
    ready(),
    TO_INSTRUCT,
    ...known("gold", GOLD),
    { type: "instruct.areas", use: "protect", areas: [{ name: "Logo", quad }] },
    { type: "instruct.reshaped", index: 0, rect: { x: 5, y: 6, width: 20, height: 10 } },
    APPLY,
  );
  assert.deepEqual(sentBy(effects)?.protect, [
    [
      { x: 5, y: 6 },
      { x: 25, y: 6 },
      { x: 25, y: 16 },
      { x: 5, y: 16 },
    ],
  ]);
});

test("after a kept result the next instruction goes on from it, from the same source, and takes its layer's place", () => {
  const first = walk(
    ready(),
    TO_INSTRUCT,
    ...known("gold", GOLD),
    APPLY,
    { type: "job.accepted", key: "key-00000001", jobId: "job-00000001" },
    {
      type: "job.changed",
      job: { id: "job-00000001", status: "done", result: editResult({ plan: { instruction: "gold", operations: [GOLD] } }) },
    },
    { type: "job.placed", key: "key-00000001", node: { id: "7:7", note: undefined }, after: 2 },
    { type: "job.kept" },
  );
  const asked = walk(first.state, { type: "instruct.edited", text: "make it larger" });
  assert.deepEqual(asked.effects, [
    { type: "instruct.plan", instruction: "make it larger", after: [GOLD], source: digestOf("a"), delayMs: 400 },
  ]);
  const larger = { ...GOLD, style: { ...GOLD.style, sizeFactor: 1.2 } };
  const second = walk(
    asked.state,
    { type: "instruct.understood", instruction: "make it larger", plan: { instruction: "make it larger", operations: [larger] } },
    { type: "job.apply", key: "key-00000002", at: 2000 },
  );
  assert.deepEqual(sentBy(second.effects), { source: digestOf("a"), operations: [larger] });
  const placed = walk(
    second.state,
    { type: "job.accepted", key: "key-00000002", jobId: "job-00000002" },
    { type: "job.changed", job: { id: "job-00000002", status: "done", result: editResult() } },
    { type: "job.placed", key: "key-00000002", node: { id: "8:8", note: undefined }, after: 3 },
  );
  assert.deepEqual(placed.effects, [{ type: "job.visible", nodeId: "7:7", visible: false }]);
  assert.ok(walk(placed.state, { type: "job.kept" }).effects.some((e) => e.type === "job.discard" && e.nodeId === "7:7"));
  assert.ok(walk(placed.state, { type: "job.discarded" }).effects.some((e) => e.type === "job.visible" && e.nodeId === "7:7" && e.visible));
});

test("what was typed while nobody answered is asked about once the companion is back; what is understood is not asked again", () => {
  const back = { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } } as const;
  const plans = (...events: readonly UiEvent[]) =>
    walk(walk(ready(), ...events, { type: "shell.connection", connection: { kind: "searching" } }).state, back).effects.filter(
      ({ type }) => type === "instruct.plan",
    );
  assert.equal(plans({ type: "instruct.edited", text: plan.instruction }).length, 1);
  const known: readonly UiEvent[] = [
    { type: "instruct.edited", text: plan.instruction },
    { type: "instruct.understood", instruction: plan.instruction, plan },
  ];
  assert.deepEqual([plans(...known), plans()], [[], []]);
});
