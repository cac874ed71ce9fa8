import type { Language } from "../../../protocol/language.ts";
import type { Filling } from "./instruct-state.ts";

/** Where a template is filled in: `[what]`, or `{what}` as the gateway's prompt templates write it. */
const FIELD = /\[([^[\]]{1,40})\]|\{([^{}]{1,40})\}/g;

/** The names of a template's fields, in order. */
export const fieldsOf = (template: string): readonly string[] => [...template.matchAll(FIELD)].map((m) => m[1] ?? m[2] ?? "");

/** The template with its fields filled; an empty one keeps its name in brackets, so that it is asked for. */
export function filled({ template, values }: Filling): string {
  let index = -1;
  return template.replace(FIELD, (field) => {
    index += 1;
    const value = values[index]?.trim() ?? "";
    return value === "" ? field : value;
  });
}

/** What comes with the panel; every one is a sentence the companion understands once filled in. */
export const TEMPLATES: Record<Language, readonly string[]> = {
  en: [
    "Replace “[old text]” with “[new text]”",
    "Make “[text]” [colour]",
    "Remove the text “[text]”",
    "Add “[text]” at the [top left]",
    "Remove the logo in the [bottom right] corner",
    "Change the background to [colour]",
  ],
  "zh-CN": [
    "将“[原文字]”替换为“[新文字]”",
    "把“[文字]”的颜色改为[金色]",
    "删除文字“[文字]”",
    "在[左上角]添加文字“[文字]”",
    "去除[右下角]的Logo",
    "把背景改为[白色]",
  ],
};
