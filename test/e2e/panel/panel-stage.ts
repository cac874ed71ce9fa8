import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame, Page } from "playwright-core";
import type { LayerSummary, ToMain } from "../../../protocol/bridge.ts";
import type { EditResult } from "../../../protocol/edit.ts";
import type { HistoryEntry, HistoryQuery } from "../../../protocol/history.ts";
import type { ClientMessage } from "../../../protocol/socket.ts";
import type { FoundText } from "../../../protocol/text-style.ts";
import type { VerifyAnswer } from "../../../protocol/verify.ts";
import { someResult } from "../../fakes/edit-result.ts";
import { RIGHT_TOKEN, ScriptedCompanion, type ScriptedOptions } from "../../fakes/scripted-companion.ts";
import { hostPage, type Theme, themed } from "./stage-page.ts";

export interface StageOptions {
  readonly panel: string;
  readonly theme?: Theme;
  readonly language?: "en" | "zh-CN";
  readonly width?: number;
  readonly height?: number;
  readonly token?: string | undefined;
  readonly companion?: ScriptedOptions | "none";
  /** What the browser says of its local network rules, where it shall say so. */
  readonly permission?: PermissionState;
  /** That the page around hands the permission on. */
  readonly delegated?: boolean;
  /** Origin of the page around the panel; nothing is fetched from it. */
  readonly at?: string;
}

/** The stand-in for the main thread, as the page holds it. */
interface StageWindow {
  readonly stage: {
    readonly heard: readonly ToMain[];
    say(message: object): void;
    patch(rect: object): Promise<number[]>;
    before(): Promise<number[]>;
    after(): Promise<number[]>;
    areas: readonly object[];
  };
}

const box = (x: number, y: number, width: number, height: number): FoundText["quad"] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];

/** What is on the stage's poster, as recognition would report it. */
export const POSTER_TEXTS: readonly FoundText[] = [
  { string: "新品上市", quad: box(56, 68, 380, 96), confidence: 0.98 },
  { string: "Spring collection", quad: box(58, 188, 346, 50), confidence: 0.99 },
  { string: "¥199", quad: box(262, 424, 236, 92), confidence: 0.97 },
  { string: "Only until 30 April, in all our shops", quad: box(58, 816, 440, 36), confidence: 0.71 },
];

const ENGINES = [
  { name: "instant", available: true, local: true, operations: [], progress: "phases", cancel: "hard", cost: "free" },
  {
    name: "dashscope",
    available: false,
    reason: "The person has not agreed that pictures leave this machine.",
    local: false,
    operations: [],
    progress: "none",
    cancel: "client",
    cost: "paid",
    estimate: { seconds: { typical: 9, measured: 4 }, price: { amount: 0.14, currency: "CNY", basis: "list" } },
    consent: { host: "dashscope.aliyuncs.com", given: false },
    missing: ["consent"],
  },
];

const model = (id: string, title: string, more: object) => ({
  id,
  title,
  use: "For edits by words.",
  licence: "Apache-2.0",
  exact: false,
  ...more,
});
const MODELS = {
  freeBytes: 182e9,
  machine: { vramGiB: 12, ramGiB: 32, gpu: "cuda" },
  models: [
    model("qwen-image-edit-2509", "Qwen-Image-Edit-2509 with what it needs", {
      kind: "set",
      state: "installing",
      bytes: 17.4e9,
      done: 6.1e9,
    }),
    model("sd-server", "stable-diffusion.cpp server", { kind: "program", state: "missing", bytes: 0.4e9 }),
  ],
};

export const PRICE_PATCH = { x: 252, y: 416, width: 256, height: 108 };

export const posterLayer = (more: Partial<LayerSummary> = {}): LayerSummary => ({
  id: "1:2",
  name: "spring-poster",
  kind: "image",
  width: 720,
  height: 900,
  blocked: "none",
  ...more,
});

/** The built panel in a browser, with a companion and a main thread that do as the test says. */
export class PanelStage {
  readonly page: Page;
  readonly companion: ScriptedCompanion | undefined;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, companion: ScriptedCompanion | undefined, close: () => Promise<void>) {
    this.page = page;
    this.companion = companion;
    this.#close = close;
  }

  static async open(browser: Browser, options: StageOptions): Promise<PanelStage> {
    const { theme = "light", width = 320, height = 640, language = "en" } = options;
    const companion = options.companion === "none" ? undefined : await new ScriptedCompanion(options.companion).start();
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 2, reducedMotion: "reduce" });
    const page = await context.newPage();
    if (options.permission) await page.addInitScript(permissionScript(options.permission, options.delegated ?? false));
    const stage = new PanelStage(page, companion, async () => {
      await context.close();
      await companion?.stop();
    });
    if (companion) companion.answer = (message, say) => stage.#answer(message, say);
    const body = hostPage(themed(options.panel, theme));
    // Served for real where it can be: the browser keeps a page it did not fetch from loopback away from the companion.
    const server = createServer((_request, response) => response.end(body));
    await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
    if (options.at) await page.route(`${options.at}/**`, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(options.at ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    page.once("close", () => server.close());
    await stage.#started();
    const token = "token" in options ? options.token : RIGHT_TOKEN;
    const settings = { language, ...(companion && { port: companion.port }), ...(token && { token }) };
    await stage.say({ type: "init", settings, command: "", colourProfile: "SRGB" });
    return stage;
  }

  /** How the next edits end; the job's events are up to the test otherwise. */
  result: EditResult | undefined;
  /** Requests that are left without an answer. */
  readonly silent = new Set<ClientMessage["type"]>();
  plan: object = { instruction: "", operations: [] };
  texts: readonly FoundText[] = POSTER_TEXTS;
  /** What stands in a part of the picture. */
  reread: readonly FoundText[] = POSTER_TEXTS.slice(2, 3);
  /** What the companion remembers, newest first. */
  versions: readonly HistoryEntry[] = [];
  /** What verifying comes to. */
  proof: VerifyAnswer = { verified: true, broken: [], outside: { pixels: 620_352, changed: 0, maxDiff: 0 }, against: "mask" };
  #jobs = 0;

  close(): Promise<void> {
    return this.#close();
  }

  get frame(): Frame {
    return this.page.frames()[1]!;
  }

  async say(message: object): Promise<void> {
    await this.page.evaluate((m) => (window as unknown as StageWindow).stage.say(m), message);
  }

  /** What the canvas says of the layers selected beside the source. */
  async selectShapes(areas: readonly object[]): Promise<void> {
    await this.page.evaluate((a) => {
      (window as unknown as StageWindow).stage.areas = a;
    }, areas);
  }

  async heard(): Promise<readonly ToMain[]> {
    return this.page.evaluate(() => (window as unknown as StageWindow).stage.heard);
  }

  /** A result over the poster whose patch the companion has. */
  async pricedResult(more: Partial<EditResult> = {}): Promise<EditResult> {
    const bytes = await this.page.evaluate((rect) => (window as unknown as StageWindow).stage.patch(rect), PRICE_PATCH);
    const sha256 = this.companion!.keep(Uint8Array.from(bytes));
    const after = await this.page.evaluate(() => (window as unknown as StageWindow).stage.after());
    const base = someResult();
    const text = {
      original: "¥199",
      wanted: "¥169",
      readBack: "¥169",
      quad: POSTER_TEXTS[2]!.quad,
      style: {} as never,
      reconstruction: 0.95,
    };
    const style = { family: "Noto Sans", weight: 800, italic: false, sizePx: 96, trackingPx: 0, condense: 1, slant: 0, angle: 0 };
    const full = { ...style, align: "left", fill: { kind: "solid", colour: "#4d2330" }, opacity: 1, candidates: [] } as const;
    return {
      ...base,
      texts: [{ ...text, style: { ...full, candidates: [] } }],
      confidence: 0.94,
      outside: { pixels: 620_352, changed: 0, maxDiff: 0 },
      source: { ...base.source, width: 720, height: 900 },
      result: { width: 720, height: 900, sha256: this.companion!.keep(Uint8Array.from(after)) },
      patch: { ...PRICE_PATCH, sha256 },
      ...more,
    };
  }

  /** The poster itself, as the companion has it once it was sent. */
  async posterDigest(): Promise<string> {
    return this.companion!.keep(Uint8Array.from(await this.page.evaluate(() => (window as unknown as StageWindow).stage.before())));
  }

  #answer(message: ClientMessage, say: (reply: object) => void): void {
    if (!("id" in message) || this.silent.has(message.type)) return;
    const reply = (value: object) => say({ type: "reply", id: message.id, value });
    if (message.type === "find") reply({ texts: message.region ? this.reread : this.texts, width: 720, height: 900, timingsMs: {} });
    if (message.type === "plan") reply({ ...this.plan, instruction: message.instruction });
    if (message.type === "edit") reply({ jobId: `job-${String(++this.#jobs).padStart(8, "0")}` });
    if (message.type === "engines") reply({ engines: ENGINES });
    if (message.type === "models") reply(MODELS);
    if (message.type === "diagnostics") reply({ emend: "0.1.0", node: "24.21.0", processors: 8 });
    if (message.type === "job.cancel") reply({ id: message.jobId, status: "cancelled" });
    if (message.type === "history") reply({ entries: listed(this.versions, message.query) });
    if (message.type === "history.again") reply({ jobId: `job-${String(++this.#jobs).padStart(8, "0")}` });
    if (message.type === "review") reply({ note: "", ...message.review, who: "Mei", createdAt: "2026-11-22T08:00:00.000Z" });
    if (message.type === "lettering") reply({ settable: message.texts.map((text) => !/[가-힣]/.test(text)) });
    if (message.type === "verify") reply(this.proof);
    if (message.type === "job.get")
      reply({ id: message.jobId, status: this.result ? "done" : "queued", ...(this.result && { result: this.result }) });
  }

  async #started(): Promise<void> {
    await this.page.waitForFunction(() => (window as unknown as StageWindow).stage.heard.some((m) => m.type === "ready"));
  }
}

const listed = (versions: readonly HistoryEntry[], { search = "", review }: HistoryQuery): readonly HistoryEntry[] =>
  versions.filter(
    (e) => (e.recipe?.instruction ?? "").includes(search) && (review === undefined || (e.result.needsReview && e.review === undefined)),
  );

/** Runs in every frame before anything else. */
const permissionScript = (state: PermissionState, delegated: boolean): string => `
  navigator.permissions.query = async () => ({ state: "${state}" });
  Object.defineProperty(document, "featurePolicy", { value: { features: () => ["loopback-network"], allowsFeature: () => ${delegated} } });
`;
