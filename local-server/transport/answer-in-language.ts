import { languageFor } from "../../protocol/language.ts";
import { inLanguage } from "../language/in-language.ts";

/** Answers larger than this are data: pictures in JSON, pages of a batch by the thousand. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Tags of an `Accept-Language` header, best first. */
const tagsOf = (header: string): readonly string[] =>
  header
    .split(",")
    .map((part) => {
      const [tag = "", q] = part.split(/;\s*q=/);
      return { tag: tag.trim(), quality: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);

/** The answer with Emend's sentences in the language asked for; English where none is. */
export async function answerInLanguage(response: Response, header: string | undefined): Promise<Response> {
  const language = languageFor(tagsOf(header ?? ""));
  if (language === "en" || !response.headers.get("content-type")?.startsWith("application/json")) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const document: unknown = text === "" || text.length > MOST_BYTES ? undefined : JSON.parse(text);
  if (document === undefined) return new Response(text, { status: response.status, headers });
  headers.set("content-language", language);
  return new Response(JSON.stringify(inLanguage(document, language)), { status: response.status, headers });
}
