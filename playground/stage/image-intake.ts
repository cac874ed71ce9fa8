import { element, listen } from "./dom.ts";

const TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export interface Intake {
  /** Asks the person for files. */
  ask(): void;
}

/** Pictures from a drop, a paste or a file dialog, one call each; files of other kinds are reported. */
export function takeImages(surface: HTMLElement, take: (file: File) => void, refuse: () => void): Intake {
  const takeAll = (files: Iterable<File>): void => {
    for (const file of files) {
      if (TYPES.includes(file.type)) take(file);
      else refuse();
    }
  };
  const input = element("input", { type: "file", accept: TYPES.join(","), multiple: true, hidden: true });
  listen(input, "change", () => {
    takeAll([...(input.files ?? [])]);
    input.value = "";
  });
  surface.append(input);
  listen(surface, "dragover", (event) => {
    event.preventDefault();
    surface.classList.add("dropping");
  });
  listen(surface, "dragleave", (event) => event.relatedTarget === null && surface.classList.remove("dropping"));
  listen(surface, "drop", (event) => {
    event.preventDefault();
    surface.classList.remove("dropping");
    takeAll([...(event.dataTransfer?.files ?? [])]);
  });
  window.addEventListener("paste", (event) => takeAll([...(event.clipboardData?.files ?? [])]));
  return { ask: () => input.click() };
}
