import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { parseJson } from "../../remote/parse-json.ts";
import type { HostedJob } from "../hosted-engine.ts";
import { remoteFault } from "../remote-fault.ts";
import { callDify } from "./call-dify.ts";

/** What the app's inputs are called. */
export interface Variables {
  /** Absent where the app takes pictures beside its inputs (`files`), as completion apps with vision do. */
  readonly image?: { readonly name: string; readonly list: boolean };
  readonly prompt: string;
  /** Further inputs, as the person set them. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

const Field = v.object({ variable: v.string() });
const Uploads = v.looseObject({ enabled: v.optional(v.boolean()), image: v.optional(v.looseObject({ enabled: v.optional(v.boolean()) })) });
const Form = v.object({ user_input_form: v.array(v.record(v.string(), v.unknown())), file_upload: v.nullish(Uploads) });
type Form = v.InferOutput<typeof Form>;

interface FormField {
  readonly type: string;
  readonly name: string;
}

/** `[{"file": {"variable": …}}, …]` as a list of types and names. */
function fieldsOf({ user_input_form: form }: Form): readonly FormField[] {
  return form.flatMap((entry) =>
    Object.entries(entry).flatMap(([type, field]) => (v.is(Field, field) ? [{ type, name: field.variable }] : [])),
  );
}

const PROMPT_NAMES = /prompt|instruct|query|text|提示|指令/i;

function inputsOf(text: string | undefined): Result<Readonly<Record<string, unknown>>> {
  const inputs = v.safeParse(v.record(v.string(), v.unknown()), parseJson(new TextEncoder().encode(text ?? "{}")));
  if (inputs.success) return ok(inputs.output);
  return err(emendError("engine_unavailable", "The setting inputs of dify is not a JSON object.", { stage: "engine" }));
}

const takesFiles = ({ file_upload: uploads }: Form): boolean => uploads?.enabled === true || uploads?.image?.enabled === true;

function choose(form: Form, job: HostedJob): Result<Omit<Variables, "inputs">> {
  const fields = fieldsOf(form);
  const words = fields.filter(({ type }) => type === "paragraph" || type === "text-input");
  const prompt = job.option("promptVariable") ?? (words.find(({ name }) => PROMPT_NAMES.test(name)) ?? words[0])?.name;
  const wanted = job.option("imageVariable");
  const file = fields.find(({ type, name }) => (wanted === undefined ? type === "file" || type === "file-list" : name === wanted));
  const image = file?.name ?? wanted;
  if (prompt !== undefined && image !== undefined) return ok({ prompt, image: { name: image, list: file?.type === "file-list" } });
  if (prompt !== undefined && takesFiles(form)) return ok({ prompt });
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
  const form = v.safeParse(Form, parseJson(answer.value.bytes));
  const chosen = choose(form.success ? form.output : { user_input_form: [] }, job);
  return chosen.ok ? ok({ ...chosen.value, inputs: inputs.value }) : chosen;
}
