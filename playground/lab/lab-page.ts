import type { Operation } from "../../protocol/plan.ts";
import { element, listen } from "../stage/dom.ts";
import { icon } from "../stage/icons.ts";
import { takeImages } from "../stage/image-intake.ts";
import type { ThemeChoice } from "../stage/theme.ts";
import { type LabEngine, LabError } from "./engine-client.ts";
import { downloadPng, type OpenedPicture, readPicture } from "./picture-file.ts";
import { createPictureView } from "./picture-view.ts";
import { createTextList } from "./text-list.ts";
import type { LabWords } from "./words.ts";

export interface LabSetting {
  readonly engine: LabEngine;
  readonly words: LabWords;
  readonly theme: ThemeChoice;
}

const SAMPLE = "sample-poster.png";
const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/** The lab: a picture on the left, its texts on the right. One job at a time; a new picture ends the one that runs. */
export class LabPage {
  readonly element: HTMLElement;
  readonly #setting: LabSetting;
  readonly #view;
  readonly #list;
  readonly #status = element("p", { class: "status", role: "status", "aria-live": "polite" });
  readonly #count = element("h2");
  readonly #run = element("button", { class: "primary", disabled: true });
  readonly #cancel;
  readonly #save;
  #picture: OpenedPicture | undefined;
  #job: AbortController | undefined;

  constructor(setting: LabSetting) {
    const { words } = setting;
    this.#setting = setting;
    this.#view = createPictureView(words);
    this.#list = createTextList(words, {
      point: (index) => this.#view.point(index),
      change: () => this.#refresh(),
      submit: () => void this.#edit(),
    });
    this.#save = element("button", { class: "tool", disabled: true }, icon("download"), words.save);
    this.#cancel = element("button", { class: "quiet", hidden: true }, words.cancel);
    listen(this.#save, "click", () => downloadPng(this.#view.canvas(), this.#picture?.name ?? "picture"));
    listen(this.#cancel, "click", () => this.#job?.abort());
    listen(this.#run, "click", () => void this.#edit());
    this.element = element("main", { class: "lab" });
    const intake = takeImages(
      this.element,
      (file) => void this.open(file, file.name),
      () => this.#say(words.notImage, true),
    );
    this.element.append(
      this.#header(() => intake.ask()),
      this.#canvas(() => intake.ask()),
      this.#side(),
    );
    this.#refresh();
  }

  #header(ask: () => void): HTMLElement {
    const { words, theme } = this.#setting;
    const toggle = element("button", { class: "tool square", title: words.theme, "aria-label": words.theme });
    const drawToggle = (): void => toggle.replaceChildren(icon(theme.theme === "dark" ? "sun" : "moon"));
    drawToggle();
    listen(toggle, "click", () => {
      theme.toggle();
      drawToggle();
    });
    const open = element("button", { class: "tool" }, icon("open"), words.open);
    listen(open, "click", ask);
    const back = element("a", { class: "tool", href: "./" }, words.back);
    const name = element("div", { class: "name" }, element("h1", {}, `Emend · ${words.title}`), element("p", {}, words.promise));
    return element("header", {}, name, back, toggle, open, this.#save);
  }

  #canvas(ask: () => void): HTMLElement {
    const { words } = this.#setting;
    const open = element("button", { class: "primary" }, words.open);
    const sample = element("button", { class: "quiet" }, words.sample);
    listen(open, "click", ask);
    listen(sample, "click", () => void this.#openSample());
    const actions = element("div", { class: "actions" }, open, sample);
    const empty = element("div", { class: "empty" }, icon("image"), element("p", {}, words.drop), actions);
    const hint = element("div", { class: "drop-hint", "aria-hidden": true }, words.dropHere);
    return element("section", { class: "canvas", "aria-label": words.title }, empty, this.#view.element, hint);
  }

  #side(): HTMLElement {
    const foot = element("footer", {}, this.#status, element("div", { class: "actions" }, this.#run, this.#cancel));
    return element("aside", {}, this.#count, this.#list.element, foot);
  }

  async #openSample(): Promise<void> {
    await this.open(await (await fetch(SAMPLE)).blob(), SAMPLE);
  }

  /** Opens a picture and reads it. */
  async open(file: Blob, name: string): Promise<void> {
    const { words, engine } = this.#setting;
    this.#job?.abort();
    const picture = await readPicture(file, name).catch(() => undefined);
    if (picture === undefined) return this.#say(words.unreadable, true);
    this.#picture = picture;
    this.element.classList.add("filled");
    this.#view.show(picture.pixels);
    this.#view.result(undefined);
    this.#list.show([]);
    await this.#work(words.reading, async (signal, since) => {
      const { texts, backend } = await engine.find(picture.pixels, { signal });
      if (this.#picture !== picture) return;
      this.#list.show(texts);
      this.#view.boxes(texts, (index) => this.#list.focus(index));
      this.#count.textContent = words.texts(texts.length);
      this.#say(texts.length === 0 ? words.nothing : words.found(seconds(since), backend === "webgpu" ? "WebGPU" : "WebAssembly"));
    });
  }

  async #edit(): Promise<void> {
    const { words, engine } = this.#setting;
    const operations: readonly Operation[] = this.#list.changes();
    const picture = this.#picture;
    if (picture === undefined || operations.length === 0 || this.#job !== undefined) return;
    await this.#work(words.working, async (signal, since) => {
      const onStage = (stage: keyof typeof words.stages): void => this.#say(words.stages[stage] ?? words.working);
      const edited = await engine.edit(picture.pixels, operations, { signal, onStage });
      if (this.#picture !== picture) return;
      this.#view.result(edited.picture);
      this.#list.judge(edited.texts);
      this.#say([words.done(seconds(since)), ...edited.warnings].join(" · "));
    });
  }

  async #work(saying: string, job: (signal: AbortSignal, since: number) => Promise<void>): Promise<void> {
    const control = new AbortController();
    this.#job = control;
    this.#say(saying);
    this.#refresh();
    try {
      await job(control.signal, performance.now());
    } catch (reason) {
      const { words } = this.#setting;
      const cancelled = reason instanceof LabError && reason.code === "cancelled";
      if (this.#job === control) this.#say(cancelled ? words.cancelled : `${words.failed}: ${(reason as Error).message}`, !cancelled);
    } finally {
      if (this.#job === control) this.#job = undefined;
      this.#refresh();
    }
  }

  #say(message: string, error = false): void {
    this.#status.textContent = message;
    this.#status.classList.toggle("error", error);
  }

  #refresh(): void {
    const { words } = this.#setting;
    const changes = this.#list.changes().length;
    const busy = this.#job !== undefined;
    this.#run.textContent = changes === 0 ? words.type : words.replace(changes);
    this.#run.disabled = busy || changes === 0;
    this.#cancel.hidden = !busy;
    this.#save.disabled = this.#picture === undefined || busy;
    this.element.classList.toggle("busy", busy);
  }
}
