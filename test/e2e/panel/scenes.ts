import { RIGHT_TOKEN } from "../../fakes/scripted-companion.ts";
import { eventually } from "../harness/eventually.ts";
import { type PanelStage, posterLayer, type StageOptions } from "./panel-stage.ts";

/** One look of the panel: how the stage is set, and the steps that lead there. */
export interface Scene {
  readonly name: string;
  readonly options?: Partial<StageOptions>;
  run(stage: PanelStage): Promise<void>;
}

const JOB = "job-00000001";
const ERROR_TEXTS = { texts: ["新品上市", "Spring collection", "¥199"] };

async function select(stage: PanelStage): Promise<void> {
  await stage.say({ type: "selection", layers: [posterLayer()] });
  await stage.frame.waitForSelector(".edit-source, .loading-picture canvas");
}

async function changePrice(stage: PanelStage): Promise<void> {
  await select(stage);
  await stage.frame.fill("#text-2", "¥169");
}

async function apply(stage: PanelStage): Promise<void> {
  await stage.frame.click(".button-primary");
}

async function goTo(stage: PanelStage, name: RegExp): Promise<void> {
  await stage.frame.getByRole("navigation").getByRole("button", { name }).click();
}

async function instruct(stage: PanelStage, words: string): Promise<void> {
  await goTo(stage, /Instruct|指令/);
  await stage.frame.fill("#instruction", words);
}

const waiting = (selector: string) => (stage: PanelStage) => stage.frame.waitForSelector(selector).then(() => undefined);

const OURS = {
  version: 1,
  jobId: JOB,
  sourceNode: "1:2",
  sourceName: "spring-poster",
  source: "a".repeat(64),
  patch: "b".repeat(64),
  instruction: "¥199 → ¥169",
  engine: "instant",
  confidence: 0.94,
  outsideChanged: 0,
  seed: 0,
  createdAt: "2026-11-21T20:00:00.000Z",
};

const connecting: readonly Scene[] = [
  { name: "unreachable", options: { companion: "none", token: undefined }, run: waiting(".copy-line") },
  {
    name: "unreachable-report",
    options: { companion: "none", token: undefined },
    run: async ({ frame }) => {
      await frame.waitForSelector(".copy-line");
      await frame.locator(".diagnostics summary").click();
      await frame.locator(".report").waitFor();
      await frame.locator(".diagnostics button").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "blocked-by-person",
    options: { companion: "none", permission: "denied", delegated: true, at: "https://www.figma.com" },
    run: waiting(".steps"),
  },
  {
    name: "window-held-back",
    options: { companion: "none", permission: "denied", at: "https://www.figma.com" },
    run: async ({ frame }) => {
      // The stage's frame may open no windows.
      await frame.click(".button-primary");
      await frame.waitForSelector(".notice");
    },
  },
  { name: "blocked-by-host", options: { companion: "none", permission: "denied", at: "https://www.figma.com" }, run: waiting(".page") },
  { name: "unpaired", options: { token: undefined }, run: waiting("#token") },
  {
    name: "refused",
    options: { token: "wrong-token-0123456789" },
    run: async ({ frame }) => {
      await frame.fill("#token", "not a token");
      await frame.click(".button-primary");
      await frame.waitForSelector(".hint-bad");
    },
  },
  { name: "plugin-too-old", options: { companion: { protocol: 2 } }, run: waiting(".copy-line") },
  { name: "companion-too-old", options: { companion: { protocol: 0 } }, run: waiting(".copy-line") },
];

/** Pairs, and goes on to the `n`th step after the sample. */
const guided = (n: number) => async (stage: PanelStage) => {
  await stage.frame.fill("#token", RIGHT_TOKEN);
  await stage.frame.click(".pair-line .button-primary");
  const on = stage.frame.locator(".guide .button-secondary");
  await on.waitFor();
  for (let i = 0; i < n; i++) await on.click();
  if (n > 0) await stage.frame.getByText("stable-diffusion.cpp server").waitFor();
};

const introducing: readonly Scene[] = [
  {
    name: "guide-sample",
    options: { token: undefined },
    run: async (stage) => {
      await guided(0)(stage);
      await stage.frame.click(".guide .button-primary");
      await stage.frame.waitForSelector(".edit-source");
    },
  },
  { name: "guide-engine", options: { token: undefined }, run: guided(1) },
  { name: "guide-model", options: { token: undefined }, run: guided(2) },
];

const selecting: readonly Scene[] = [
  { name: "empty", run: waiting(".message") },
  {
    name: "several",
    run: async (stage) => {
      await stage.say({
        type: "selection",
        layers: [posterLayer(), posterLayer({ id: "1:3", name: "A very long layer name that has to be cut off" })],
      });
      await stage.frame.waitForSelector(".choices");
    },
  },
  {
    name: "blocked",
    run: async (stage) => {
      await stage.say({ type: "selection", layers: [posterLayer({ blocked: "too_large" })] });
      await stage.frame.waitForSelector(".message h1:has-text('spring-poster')");
    },
  },
  {
    name: "ours",
    run: async (stage) => {
      await stage.say({
        type: "selection",
        layers: [posterLayer({ id: "7:7", name: "Emend · ¥199 → ¥169", provenance: JSON.stringify(OURS) })],
      });
      await stage.frame.waitForSelector(".facts");
    },
  },
  {
    name: "loading",
    run: async (stage) => {
      stage.silent.add("find");
      await select(stage);
      await stage.frame.waitForTimeout(100);
    },
  },
];

const editing: readonly Scene[] = [
  { name: "edit", run: select },
  {
    name: "settings",
    run: async (stage) => {
      await stage.frame.waitForSelector(".message");
      await goTo(stage, /Settings|设置/);
      await stage.frame.getByText("stable-diffusion.cpp server").waitFor();
    },
  },
  { name: "edit-wide", options: { width: 420, height: 720 }, run: select },
  {
    name: "edit-changed",
    run: async (stage) => {
      await changePrice(stage);
      await stage.frame.fill("#text-1", "The whole new spring and summer collection");
      await stage.frame.focus("#text-2");
    },
  },
  {
    name: "edit-no-text",
    run: async (stage) => {
      stage.texts = [];
      await select(stage);
    },
  },
  {
    name: "understood",
    run: async (stage) => {
      const gold = { colour: "#d4af37", sizeFactor: 1.2, align: "center" };
      stage.plan = {
        operations: [{ kind: "text.replace", text: { from: "新品上市", to: "年度热销" }, style: gold }, { kind: "background.remove" }],
        notes: ["Prices −20 %, rounded to whole yuan: ¥199 → ¥159."],
      };
      await select(stage);
      await instruct(stage, "把“新品上市”改为“年度热销”，字体变为金色，居中放大, and remove the background");
      await stage.frame.waitForSelector(".chip");
    },
  },
  {
    name: "clarify",
    run: async (stage) => {
      stage.plan = { operations: [], clarify: "Which text should become nicer, and how: larger, bolder, another colour?" };
      await select(stage);
      await instruct(stage, "make it nicer");
      await stage.frame.waitForSelector(".question");
    },
  },
  {
    name: "running",
    run: async (stage) => {
      await changePrice(stage);
      await apply(stage);
      await stage.frame.waitForSelector(".progress");
      stage.companion!.broadcast({ type: "job", job: { id: JOB, status: "running", progress: { stage: "fit", done: 1, total: 2 } } });
      await stage.frame.waitForSelector(".progress-bar[value]");
    },
  },
  {
    name: "text-not-found",
    run: async (stage) => {
      stage.plan = { operations: [{ kind: "text.replace", text: { from: "¥189", to: "¥169" } }] };
      await select(stage);
      await instruct(stage, "Replace “¥189” with “¥169”");
      await stage.frame.waitForSelector(".chip");
      await apply(stage);
      await stage.frame.waitForSelector(".progress");
      const message = "The text “¥189” is not in the picture.";
      const error = { code: "text_not_found", message, stage: "find", retryable: false, help: "Pick one of these.", details: ERROR_TEXTS };
      stage.companion!.broadcast({ type: "job", job: { id: JOB, status: "failed", error } });
      await stage.frame.waitForSelector(".card-bad");
    },
  },
];

async function placed(stage: PanelStage): Promise<void> {
  await changePrice(stage);
  await apply(stage);
  await stage.frame.waitForSelector(".result");
}

const boxing: readonly Scene[] = [
  {
    name: "text-live",
    run: async (stage) => {
      await changePrice(stage);
      await stage.frame.getByRole("button", { name: /Text 3 as live|文字 3 用作/ }).click();
      await stage.frame.getByRole("button", { name: /Text 2 as live|文字 2 用作/ }).click();
    },
  },
  {
    name: "text-box",
    run: async (stage) => {
      await select(stage);
      await stage.frame.getByRole("button", { name: /box of text 3|文字 3 的框/ }).click();
      await stage.frame.locator(".box-editor:focus").waitFor();
    },
  },
  {
    name: "text-draw",
    run: async (stage) => {
      await select(stage);
      await stage.frame.getByRole("button", { name: /Add a box|添加文字框/ }).click();
    },
  },
];

const price = [
  { x: 262, y: 424 },
  { x: 498, y: 424 },
  { x: 498, y: 516 },
  { x: 262, y: 516 },
];

/** By the keys: the focus stands in the new area then. */
export async function protectMiddle({ frame, page }: PanelStage): Promise<void> {
  await frame.getByRole("button", { name: /Never touch: Drag|不要动: 拖选/ }).focus();
  await page.keyboard.press("Enter");
  await frame.getByRole("button", { name: /In the middle|放在中间/ }).focus();
  await page.keyboard.press("Enter");
  await frame.locator(".box-forbids:focus").waitFor();
}

const instructing: readonly Scene[] = [
  {
    name: "instruct",
    run: async (stage) => {
      await select(stage);
      await goTo(stage, /Instruct|指令/);
    },
  },
  {
    name: "instruct-fields",
    run: async (stage) => {
      await select(stage);
      await goTo(stage, /Instruct|指令/);
      await stage.frame.locator(".templates button").first().click();
      await stage.frame.locator(".fields input").first().fill("新品上市");
    },
  },
  {
    name: "instruct-areas",
    run: async (stage) => {
      stage.plan = {
        operations: [
          { kind: "text.replace", text: { from: "¥199", to: "¥169" } },
          { kind: "border.add", value: "4px" },
        ],
      };
      await select(stage);
      await instruct(stage, "“¥199” → “¥169”, and a thin border");
      await stage.frame.waitForSelector(".chip");
      await stage.frame.getByRole("button", { name: /Only here: Drag|只改这里: 拖选|只改这里：拖选/ }).click();
      await stage.frame.getByRole("button", { name: /In the middle|放在中间/ }).click();
      await stage.selectShapes([{ name: "Logo", quad: price.map(({ x, y }) => ({ x: x - 200, y: y + 300 })) }]);
      await stage.frame.getByRole("button", { name: /Never touch: From layers|不要动: 选图层/ }).click();
      await stage.frame.getByRole("button", { name: /Use selection|使用所选/ }).click();
      await stage.frame.waitForSelector(".protected", { state: "attached" });
    },
  },
  {
    name: "instruct-protected",
    run: async (stage) => {
      await select(stage);
      await goTo(stage, /Instruct|指令/);
      await protectMiddle(stage);
      for (const key of ["Shift+ArrowDown", "Alt+Shift+ArrowLeft"]) await stage.page.keyboard.press(key);
    },
  },
  {
    name: "answer",
    run: async (stage) => {
      stage.plan = { operations: [{ kind: "query", target: "price" }] };
      const answer = {
        question: "Is there a price?",
        answer: "Yes: “¥199” stands in the middle of the picture.",
        present: true,
        confidence: 0.97,
        at: [{ label: "¥199", rect: { x: 262, y: 424, width: 236, height: 92 }, confidence: 0.97 }],
        colours: [
          { colour: "#e79b7d", share: 0.52 },
          { colour: "#fff3e8", share: 0.21 },
        ],
      };
      const outside = { pixels: 648_000, changed: 0, maxDiff: 0 };
      stage.result = await stage.pricedResult({ outside, texts: [], answers: [answer] });
      await select(stage);
      await instruct(stage, "Is there a price, and which colours?");
      await stage.frame.waitForSelector(".chip");
      await apply(stage);
      await stage.frame.waitForSelector(".answers");
    },
  },
];

async function toVariants(stage: PanelStage): Promise<void> {
  await select(stage);
  await goTo(stage, /Variants|变体/);
}

async function makeVariants(stage: PanelStage): Promise<void> {
  stage.result = await stage.pricedResult();
  await toVariants(stage);
  await stage.frame.selectOption("select.select", "2");
  await stage.frame.fill("#variant-texts", "¥169\n¥149\n¥99");
  await stage.frame.locator(".foot .button-primary").click();
  await stage.frame.locator(".film-done canvas").nth(2).waitFor();
}

const varying: readonly Scene[] = [
  { name: "variants", run: toVariants },
  {
    name: "variants-colours",
    run: async (stage) => {
      await toVariants(stage);
      await stage.frame.getByRole("radio", { name: /Colours|颜色/ }).check();
      for (let i = 0; i < 3; i++) await stage.frame.getByRole("button", { name: /Add a colour|添加颜色/ }).click();
    },
  },
  {
    name: "variants-set",
    run: async (stage) => {
      await makeVariants(stage);
      await stage.page.keyboard.press("ArrowRight");
      await stage.page.keyboard.press("Enter");
    },
  },
  {
    name: "variants-placed",
    options: { width: 420, height: 720 },
    run: async (stage) => {
      await makeVariants(stage);
      await stage.frame.locator(".foot .button-primary").click();
      await stage.frame.getByText(/3 variants placed|已放置 3 个变体/).waitFor();
    },
  },
];

async function failsWith(stage: PanelStage, words: string, error: object): Promise<void> {
  stage.plan = { operations: [{ kind: "background.replace", value: "beach" }] };
  await select(stage);
  await instruct(stage, words);
  await stage.frame.waitForSelector(".chip");
  await apply(stage);
  await stage.frame.waitForSelector(".progress");
  stage.companion!.broadcast({ type: "job", job: { id: JOB, status: "failed", error } });
  await stage.frame.waitForSelector(".card-bad");
}

const asking: readonly Scene[] = [
  {
    name: "consent",
    run: (stage) =>
      failsWith(stage, "Replace the background with a beach", {
        code: "consent_needed",
        message: "Only huggingface can do this here; it would send the picture to router.huggingface.co, and you have not agreed to that.",
        stage: "route",
        retryable: false,
        details: { engine: "huggingface", host: "router.huggingface.co" },
      }),
  },
  {
    name: "confirmation",
    run: async (stage) => {
      await failsWith(stage, "Replace the background of this passport, and take its watermark away", {
        code: "confirmation_needed",
        message: "This changes what an official document says.",
        stage: "understand",
        retryable: false,
        help: "If you have the right to do this, confirm it.",
        details: { sensitive: [{ kind: "document" }, { kind: "watermark" }] },
      });
      await stage.frame.getByText(/official document|官方证件/).waitFor();
    },
  },
  {
    name: "ambiguous",
    run: (stage) =>
      failsWith(stage, "Make “SALE” gold", {
        code: "text_ambiguous",
        message: "“SALE” stands in 2 places; say which one is meant.",
        stage: "find",
        retryable: false,
        details: {
          places: [
            { string: "SALE", quad: price },
            { string: "SALE", quad: price.map(({ x, y }) => ({ x, y: y - 400 })) },
          ],
        },
      }),
  },
];

const results: readonly Scene[] = [
  {
    name: "result-cut-out",
    run: async (stage) => {
      stage.result = await stage.pricedResult({ cutOut: true, texts: [] });
      await placed(stage);
      await stage.frame.getByRole("button", { name: /Hide the original|隐藏原图/ }).waitFor();
    },
  },
  {
    name: "result",
    run: async (stage) => {
      stage.result = await stage.pricedResult();
      await placed(stage);
    },
  },
  {
    name: "result-verified",
    options: { height: 820 },
    run: async (stage) => {
      stage.result = await stage.pricedResult();
      stage.proof = { ...stage.proof, layer: { pixels: 27_648, changed: 1_204, maxDiff: 255 } };
      await placed(stage);
      await stage.frame.getByRole("button", { name: /^(Verify|验证)$/ }).click();
      await stage.frame.getByText(/after Emend placed it|放置后被改动/).waitFor();
    },
  },
  {
    name: "result-compare",
    options: { width: 420, height: 720 },
    run: async (stage) => {
      stage.result = await stage.pricedResult();
      await placed(stage);
      await stage.frame.fill(".compare-range", "50");
    },
  },
  {
    name: "result-review",
    run: async (stage) => {
      const good = await stage.pricedResult();
      const texts = good.texts.map((t) => ({ ...t, readBack: "¥16g" }));
      const reasons = [
        "The new text reads back as “¥16g” instead of “¥169”.",
        "The closest typeface re-creates the original only to 61 %.",
      ];
      stage.result = { ...good, texts, confidence: 0.48, needsReview: true, reasons, warnings: ["The picture is slightly blurred."] };
      await placed(stage);
    },
  },
  {
    name: "result-unchanged",
    run: async (stage) => {
      const outside = { pixels: 648_000, changed: 0, maxDiff: 0 };
      stage.result = await stage.pricedResult({ outside, texts: [], needsReview: true, reasons: ["Nothing changed in the picture."] });
      await placed(stage);
    },
  },
];

async function withVersions(stage: PanelStage): Promise<void> {
  const good = await stage.pricedResult({
    certificate: { ...(await stage.pricedResult()).certificate, source: await stage.posterDigest() },
  });
  const reasons = ["The new text reads back as “¥16g” instead of “¥169”."];
  const at = (minute: number) => `2026-11-21T20:${minute}:00.000Z`;
  const recipe = (instruction: string) => ({ source: good.certificate.source, instruction });
  stage.versions = [
    { id: 4, jobId: "job-00000104", createdAt: at(44), result: good, recipe: recipe("Replace “¥199” with “¥169”") },
    {
      id: 3,
      jobId: "job-00000103",
      createdAt: at(31),
      result: { ...good, needsReview: true, confidence: 0.48, reasons },
      recipe: recipe("把“¥199”改为“¥169”，字体变为金色，居中放大一点"),
    },
    {
      id: 2,
      jobId: "job-00000102",
      createdAt: at(12),
      result: { ...good, needsReview: true, reasons },
      recipe: recipe("Make the price larger"),
      review: { decision: "reject", note: "too loud", who: "Mei", createdAt: at(20) },
    },
  ];
}

async function toHistory(stage: PanelStage): Promise<void> {
  await withVersions(stage);
  await goTo(stage, /History|历史/);
  await stage.frame.locator(".version-picture canvas").first().waitFor();
}

const remembering: readonly Scene[] = [
  {
    name: "history-empty",
    run: async (stage) => {
      await goTo(stage, /History|历史/);
      await stage.frame.getByText(/No edit yet|还没有编辑/).waitFor();
    },
  },
  { name: "history", run: toHistory },
  {
    name: "history-version",
    options: { height: 900 },
    run: async (stage) => {
      await select(stage);
      await toHistory(stage);
      await stage.frame.locator(".version").first().click();
      await stage.frame.locator(".compare-stage canvas").nth(1).waitFor();
      await stage.frame.locator(".recipe summary").click();
      stage.proof = { ...stage.proof, verified: false, broken: ["mask", "patch"] };
      await stage.frame.getByRole("button", { name: /^(Verify|验证)$/ }).click();
      await stage.frame.getByText(/Not verified|未通过验证/).waitFor();
      await stage.frame.fill(".compare-range", "50");
    },
  },
  {
    name: "review",
    options: { height: 900 },
    run: async (stage) => {
      await toHistory(stage);
      await stage.frame.getByRole("radio", { name: /To review|待审核/ }).check();
      await stage.frame.locator(".version").nth(1).waitFor({ state: "detached" });
      await stage.frame.locator(".version").click();
      await stage.frame.locator(".compare-stage canvas").nth(1).waitFor();
      await stage.frame.getByRole("button", { name: /^(Approve|通过|批准)$/ }).click();
      await stage.frame.getByText(/approved by Mei|Mei 的决定：/).waitFor();
    },
  },
];

const BATCH_LAYERS = ["spring-poster", "summer-poster-with-a-name-that-has-to-be-cut-off", "autumn-poster", "winter-poster"];

async function selectMany(stage: PanelStage): Promise<void> {
  await stage.say({ type: "selection", layers: BATCH_LAYERS.map((name, i) => posterLayer({ id: `1:${i + 2}`, name })) });
  await stage.frame.locator(".choices").waitFor();
  await stage.frame.locator(".message .button-primary").click();
  await stage.frame.fill("#batch-instruction", "把“¥199”改为“¥169”");
}

/** More layers than the companion takes at a time: three wait. */
export async function queueMore(stage: PanelStage): Promise<void> {
  stage.silent.add("edit");
  await stage.say({
    type: "selection",
    layers: Array.from({ length: 11 }, (_, i) => posterLayer({ id: `1:${i + 2}`, name: `poster-${i + 1}` })),
  });
  await stage.frame.locator(".message .button-primary").click();
  await stage.frame.fill("#batch-instruction", "Make “¥199” gold");
  await stage.frame.locator(".foot .button-primary").click();
  await stage.frame.getByRole("button", { name: /poster-10 down|下移 poster-10/ }).waitFor();
  await stage.frame
    .getByText(/^(being sent|发送中)$/)
    .nth(7)
    .waitFor();
}

const batching: readonly Scene[] = [
  {
    name: "batch-empty",
    run: async (stage) => {
      await goTo(stage, /Batch|批量/);
      await stage.frame.waitForSelector(".batch-empty");
    },
  },
  {
    name: "batch-waiting",
    run: async (stage) => {
      stage.silent.add("edit");
      await selectMany(stage);
      await stage.frame.locator(".foot .button-primary").click();
      await stage.frame
        .getByText(/being sent|发送中/)
        .nth(2)
        .waitFor();
    },
  },
  {
    name: "batch-asks",
    run: async (stage) => {
      await selectMany(stage);
      await stage.frame.locator(".foot .button-primary").click();
      await stage.frame
        .getByText(/in work|处理中/)
        .nth(3)
        .waitFor();
      const price = { amount: 0.14, currency: "CNY" };
      const asks = [
        { code: "consent_needed", details: { engine: "dashscope", host: "dashscope.aliyuncs.com", price } },
        { code: "confirmation_needed", details: { sensitive: [{ kind: "document" }, { kind: "watermark" }] } },
      ];
      for (const [i, ask] of [...asks, ...asks].entries()) {
        const error = { ...ask, message: "The companion asks.", retryable: false };
        stage.companion!.broadcast({ type: "job", job: { id: `job-0000000${i + 1}`, status: "failed", error } });
      }
      await stage.frame.getByText(/4 edits wait|4 个编辑等待/).waitFor();
    },
  },
  {
    name: "batch-order",
    run: async (stage) => {
      await queueMore(stage);
      await stage.frame.getByRole("button", { name: /poster-10 down|下移 poster-10/ }).press("Alt+ArrowDown");
    },
  },
  {
    name: "batch",
    run: async (stage) => {
      const good = await stage.pricedResult();
      await selectMany(stage);
      await stage.frame.locator(".foot .button-primary").click();
      await stage.frame
        .getByText(/in work|处理中/)
        .nth(3)
        .waitFor();
      const tell = (n: number, more: object) => stage.companion!.broadcast({ type: "job", job: { id: `job-0000000${n}`, ...more } });
      tell(1, { status: "done", result: good });
      tell(2, { status: "done", result: { ...good, needsReview: true } });
      const message = "The text “¥199” is not in the picture.";
      tell(3, { status: "failed", error: { code: "text_not_found", message, retryable: false } });
      await stage.frame
        .getByText(/^(placed|已放置)$/)
        .nth(1)
        .waitFor();
    },
  },
];

const TABLE = [
  "source\tde-DE\tar-EG\tzh-CN\tko-KR",
  "新品上市\tNeu eingetroffen\tوصل حديثا\t\t신상품 출시",
  "Spring collection\tFrühlingskollektion für alle\tمجموعة الربيع\t春季 新品,全部上架!\t봄 컬렉션",
  "¥199\t¥169\t\t¥169\t₩29,000",
  "Not in this picture\tNicht da\t\t\t",
].join("\n");

async function withTable(stage: PanelStage): Promise<void> {
  await select(stage);
  await goTo(stage, /Localise|本地化/);
  await stage.frame.getByRole("textbox").fill(TABLE);
  await stage.frame.getByRole("button", { name: /Use this table|使用这张表格/ }).click();
  await stage.frame.waitForSelector(".locale-cells");
}

const localising: readonly Scene[] = [
  {
    name: "localise-start",
    run: async (stage) => {
      await select(stage);
      await goTo(stage, /Localise|本地化/);
      await stage.frame.waitForSelector(".localise textarea");
    },
  },
  {
    name: "localise-table",
    options: { height: 900 },
    run: async (stage) => {
      await withTable(stage);
      await stage.frame.selectOption("select.select", "ar-EG");
      await stage.frame.locator(".localise summary").first().click();
      await stage.frame.locator(".localise details textarea").fill("Spring = الربيع القادم");
    },
  },
  {
    name: "localise-forms",
    options: { height: 900 },
    run: async (stage) => {
      await withTable(stage);
      await stage.frame.selectOption("select.select", "zh-CN");
      await stage.frame.getByText(/春季新品，全部上架！/).waitFor();
    },
  },
  {
    name: "localise-no-face",
    options: { height: 900 },
    run: async (stage) => {
      await withTable(stage);
      await stage.frame.selectOption("select.select", "ko-KR");
      await stage.frame
        .getByText(/no typeface|没有含这些文字/)
        .first()
        .waitFor();
    },
  },
  {
    name: "localise-kept",
    run: async (stage) => {
      await withTable(stage);
      // Its words were asked about: what came of it is shown.
      await eventually(() => stage.companion!.heard.some((m) => m.type === "lettering"));
      await stage.frame.getByRole("button", { name: /Close the table|关闭表格/ }).click();
      await stage.frame.getByRole("button", { name: /Go on with its table|继续使用它的表格/ }).waitFor();
    },
  },
  {
    name: "localise-made",
    options: { height: 900 },
    run: async (stage) => {
      stage.result = await stage.pricedResult();
      await withTable(stage);
      // Its words were asked about: what came of it is shown.
      await eventually(() => stage.companion!.heard.some((m) => m.type === "lettering"));
      await stage.frame.locator(".foot .button-primary").click();
      await stage.frame.locator(".compare-stage canvas").nth(1).waitFor();
      await stage.frame.getByRole("button", { name: /Place 4 markets|放置 4 个市场/ }).click();
      await stage.frame.getByText(/4 markets placed|已放置 4 个市场/).waitFor();
    },
  },
];

export const SCENES: readonly Scene[] = [
  ...connecting,
  ...introducing,
  ...selecting,
  ...editing,
  ...boxing,
  ...instructing,
  ...varying,
  ...asking,
  ...remembering,
  ...batching,
  ...localising,
  ...results,
];
