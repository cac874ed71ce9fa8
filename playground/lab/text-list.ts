import type { TextReport } from "../../protocol/edit.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import { element, listen } from "../stage/dom.ts";
import type { LabWords } from "./words.ts";

/** Likeness of the re-drawn original below which a person should look; as the engine says it. */
const SURE = 0.88;

export interface TextList {
  readonly element: HTMLElement;
  show(texts: readonly FoundText[]): void;
  focus(index: number): void;
  /** What was typed over, as operations; places are said by a point, so that texts that read alike are told apart. */
  changes(): readonly Operation[];
  /** Says under each changed row how its edit went. */
  judge(reports: readonly TextReport[]): void;
}

interface Row {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly note: HTMLElement;
  readonly text: FoundText;
}

const middle = ({ quad }: FoundText): { x: number; y: number } => ({ x: (quad[0].x + quad[2].x) / 2, y: (quad[0].y + quad[2].y) / 2 });
const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

function operationOf({ text, input }: Row): Operation {
  const [from, to] = [text.string, input.value.trim()];
  const at = middle(text);
  return to === "" ? { kind: "text.remove", text: { from }, at } : { kind: "text.replace", text: { from, to }, at };
}

function verdict(report: TextReport, words: LabWords): { readonly good: boolean; readonly text: string } {
  const percent = Math.round(report.reconstruction * 100);
  if (plain(report.readBack) !== plain(report.wanted)) return { good: false, text: words.readsOther(report.readBack) };
  const [nearest] = report.style.candidates;
  if (report.reconstruction < SURE) return { good: false, text: words.unsure(percent, nearest?.family ?? report.style.family) };
  return { good: true, text: `${words.asWanted}, ${words.sure(percent)}` };
}

export interface TextListEvents {
  /** A field was entered (its index) or left (`undefined`). */
  readonly point: (index: number | undefined) => void;
  readonly change: () => void;
  readonly submit: () => void;
}

export function createTextList(words: LabWords, events: TextListEvents): TextList {
  const list = element("ol", { class: "texts" });
  let rows: readonly Row[] = [];
  const isChanged = ({ input, text }: Row): boolean => input.value.trim() !== text.string;
  const rowOf = (text: FoundText, index: number, follows: boolean): Row => {
    const note = element("p", { class: "note", role: "status" });
    const fill = text.style?.fill;
    const colour = fill?.kind === "solid" ? fill.colour : undefined;
    const swatch = element("span", { class: "swatch", ...(colour && { style: `background:${colour}` }) });
    const input = element("input", { type: "text", value: text.string, "aria-label": words.field(text.string), spellcheck: "false" });
    const row: Row = {
      element: element("li", { class: follows ? "follows" : undefined }, element("div", { class: "field" }, swatch, input), note),
      input,
      note,
      text,
    };
    listen(input, "focus", () => events.point(index));
    listen(input, "blur", () => events.point(undefined));
    listen(input, "input", () => {
      row.element.classList.toggle("changed", isChanged(row));
      note.textContent = "";
      events.change();
    });
    listen(input, "keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && events.submit());
    return row;
  };
  return {
    element: list,
    show: (texts) => {
      rows = texts.map((text, i) => rowOf(text, i, i > 0 && text.paragraph !== undefined && text.paragraph === texts[i - 1].paragraph));
      list.replaceChildren(...rows.map((row) => row.element));
    },
    focus: (index) => rows[index]?.input.focus(),
    changes: () => rows.filter(isChanged).map(operationOf),
    judge: (reports) => {
      const replaced = rows.filter((row) => isChanged(row) && row.input.value.trim() !== "");
      replaced.forEach((row, i) => {
        const report = reports[i];
        if (report === undefined) return;
        const { good, text } = verdict(report, words);
        row.note.textContent = text;
        row.note.className = good ? "note good" : "note doubt";
      });
    },
  };
}
