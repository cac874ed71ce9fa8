import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { parseJson } from "../../remote/parse-json.ts";
import type { HostedJob } from "../hosted-engine.ts";
import { remoteFault } from "../remote-fault.ts";
import { callDify } from "./call-dify.ts";

/** What the app's inputs are called. */
export interface Variables {
  readonly image: { readonly name: string; readonly list: boolean };
  readonly prompt: string;
  /** Further inputs, as the person set them. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

const Field = v.object({ variable: v.string() });
const Form = v.object({ user_input_form: v.array(v.record(v.string(), v.unknown())) });

interface FormField {
  readonly type: string;
  readonly name: string;
}

/** `[{"file": {"variable": …}}, …]` as a list of types and names. */
function fieldsOf(bytes: Uint8Array): readonly FormField[] {
  const form = v.safeParse(Form, parseJson(bytes));
  if (!form.success) return [];
  return form.output.user_input_form.flatMap((entry) =>
    Object.entries(entry).flatMap(([type, field]) => (v.is(Field, field) ? [{ type, name: field.variable }] : [])),
  );
}

const PROMPT_NAMES = /prompt|instruct|query|text|提示|指令/i;

function inputsOf(text: string | undefined): Result<Readonly<Record<string, unknown>>> {
  const inputs = v.safeParse(v.record(v.string(), v.unknown()), parseJson(new TextEncoder().encode(text ?? "{}")));
  if (inputs.success) return ok(inputs.output);
  return err(emendError("engine_unavailable", "The setting inputs of dify is not a JSON object.", { stage: "engine" }));
}

function choose(fields: readonly FormField[], job: HostedJob): Result<Omit<Variables, "inputs">> {
  const words = fields.filter(({ type }) => type === "paragraph" || type === "text-input");
  const prompt = job.option("promptVariable") ?? (words.find(({ name }) => PROMPT_NAMES.test(name)) ?? words[0])?.name;
  const wanted = job.option("imageVariable");
  const file = fields.find(({ type, name }) => (wanted === undefined ? type === "file" || type === "file-list" : name === wanted));
  const image = file?.name ?? wanted;
  if (prompt !== undefined && image !== undefined) return ok({ prompt, image: { name: image, list: file?.type === "file-list" } });
  const lacking =
    image === undefined ? "no variable that takes a picture (imageVariable)" : "no variable that takes words (promptVariable)";
  const help = "Add it to the app's start node, or name it: emend engines set dify imageVariable=… promptVariable=….";
  return err(emendError("engine_unavailable", `The Dify app has ${lacking}.`, { stage: "engine", help }));
}

/** Asks the app what its inputs are called; names the person set stand. */
export async function variablesOf(job: HostedJob): Promise<Result<Variables>> {
  const inputs = inputsOf(job.option("inputs"));
  if (!inputs.ok) return inputs;
  const answer = await callDify(job, { path: "/parameters" });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(remoteFault(answer.value, "The Dify app", job.key));
  const chosen = choose(fieldsOf(answer.value.bytes), job);
  return chosen.ok ? ok({ ...chosen.value, inputs: inputs.value }) : chosen;
}
