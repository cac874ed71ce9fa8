import type { Notice } from "../document/plugin-session.ts";
import { element } from "./dom.ts";

/** Short messages at the foot of the canvas, read out by screen readers. */
export class Notices {
  readonly element = element("div", { class: "notices", role: "status", "aria-live": "polite" });

  /** Gives what takes the notice away early. */
  show({ message, error, timeout }: Notice): () => void {
    const note = element("p", { class: error ? "notice error" : "notice" }, message);
    this.element.append(note);
    const remove = (): void => note.remove();
    if (Number.isFinite(timeout)) setTimeout(remove, timeout);
    return remove;
  }
}
