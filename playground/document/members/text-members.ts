import * as v from "valibot";
import { check } from "../check.ts";
import { fail } from "../figma-error.ts";
import type { FontName, TextData } from "../node-record.ts";
import { textSize } from "../text-size.ts";
import { type Access, frozen, isText, type Member, type Members } from "./member.ts";

export const fontKey = (font: FontName): string => `${font.family} ${font.style}`;

function requireFont({ host, method }: Access, font: FontName): void {
  if (host.loadedFonts.has(fontKey(font))) return;
  const call = `figma.loadFontAsync({ family: "${font.family}", style: "${font.style}" })`;
  fail(method, `Cannot write to node with unloaded font "${fontKey(font)}". Please call ${call} and await the returned promise first.`);
}

function write({ host, node }: Access, change: Partial<TextData>): void {
  const text = { ...node.text, ...change };
  const hugging = textSize(text);
  const size = text.autoResize === "WIDTH_AND_HEIGHT" ? hugging : text.autoResize === "HEIGHT" ? { height: hugging.height } : {};
  host.document.patch(node.id, { text, ...size });
}

/** A text property; all but the alignment may change the drawn glyphs, so the font must be loaded first. */
function textField<K extends keyof TextData>(name: string, key: K, schema: v.GenericSchema<unknown, TextData[K]>): Member {
  return {
    on: isText,
    get: ({ node }) => frozen(node.text[key]),
    set: (access, value) => {
      requireFont(access, access.node.text.fontName);
      write(access, { [key]: check(access.method, name, schema, value) });
    },
  };
}

const fontName: Member = {
  on: isText,
  get: ({ node }) => frozen(node.text.fontName),
  set: (access, value) => {
    const font = check(access.method, "fontName", v.strictObject({ family: v.string(), style: v.string() }), value);
    requireFont(access, font);
    write(access, { fontName: font });
  },
};

const Length = v.strictObject({ value: v.number(), unit: v.picklist(["PIXELS", "PERCENT"]) });
const LineHeight = v.union([v.strictObject({ unit: v.literal("AUTO") }), Length]);

export const textMembers: Members = {
  characters: textField("characters", "characters", v.string()),
  fontName,
  fontSize: textField("fontSize", "fontSize", v.pipe(v.number(), v.minValue(1))),
  letterSpacing: textField("letterSpacing", "letterSpacing", Length),
  lineHeight: textField("lineHeight", "lineHeight", LineHeight),
  textCase: textField("textCase", "textCase", v.picklist(["ORIGINAL", "UPPER", "LOWER", "TITLE"])),
  textAlignHorizontal: textField("textAlignHorizontal", "alignHorizontal", v.picklist(["LEFT", "CENTER", "RIGHT", "JUSTIFIED"])),
  textAlignVertical: textField("textAlignVertical", "alignVertical", v.picklist(["TOP", "CENTER", "BOTTOM"])),
  textAutoResize: textField("textAutoResize", "autoResize", v.picklist(["NONE", "WIDTH_AND_HEIGHT", "HEIGHT", "TRUNCATE"])),
  hasMissingFont: { on: isText, get: () => false },
  getRangeAllFontNames: {
    on: isText,
    get:
      ({ node }) =>
      () => [frozen(node.text.fontName)],
  },
};
