import * as v from "valibot";
import { ok, type Result } from "../../../protocol/errors.ts";
import { parseJson } from "../../remote/parse-json.ts";
import { type GivenPicture, noPicture } from "../hosted-engine.ts";

const Answer = v.object({
  data: v.pipe(v.array(v.object({ b64_json: v.nullish(v.string()), url: v.nullish(v.string()) })), v.minLength(1)),
});

/** The first picture of an images answer: inline base64, a data URL, or the address it lies at. */
export function readAnswer(bytes: Uint8Array): Result<GivenPicture> {
  const answer = v.safeParse(Answer, parseJson(bytes));
  if (!answer.success) return noPicture();
  const { b64_json: inline, url } = answer.output.data[0]!;
  if (inline) return ok({ bytes: Buffer.from(inline.replace(/^data:[^,]*,/, ""), "base64") });
  return url ? ok({ url }) : noPicture();
}
