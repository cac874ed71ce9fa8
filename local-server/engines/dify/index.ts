import type { Try } from "../../remote/back-off.ts";
import type { Engine } from "../engine.ts";
import { createHostedEngine, type GivenPicture, type HostedJob, type HostedOptions, type HostedWire } from "../hosted-engine.ts";
import { runApp } from "./run-app.ts";
import { uploadPicture } from "./upload-picture.ts";
import { variablesOf } from "./variables.ts";

export const DIFY_TITLE = "The Dify app";

async function ask(job: HostedJob, onStep: (done: number, total: number) => void): Promise<Try<GivenPicture>> {
  const variables = await variablesOf(job);
  if (!variables.ok) return { done: variables };
  const files: string[] = [];
  for (const picture of job.pictures) {
    const id = await uploadPicture(job, picture);
    if ("again" in id) return id;
    if (!id.done.ok) return { done: id.done };
    files.push(id.done.value);
  }
  return runApp(job, { variables: variables.value, files, onStep });
}

const WIRE: HostedWire = {
  name: "dify",
  title: DIFY_TITLE,
  limits: { multiple: 32, maxPixels: 1_048_576, minSide: 256 },
  promptChars: 2000,
  // Nodes of the workflow are phases. Stopping is asked for, but a node that runs is not broken off.
  capabilities: { progress: "phases", cancel: "client", mask: false, references: 3, seed: false },
  baseUrl: "https://api.dify.ai/v1",
  model: "app",
  deadlineMs: 600_000,
  resultHosts: ["*.dify.ai"],
  staysHere: false,
  unset:
    "Set a Dify app's key (emend engines set-key dify), and for your own Dify its address: emend engines set dify baseUrl=https://…/v1.",
  ask,
};

/**
 * A Dify app that edits pictures: workflow or completion (`app`), its variables found by itself or named (`imageVariable`,
 * `promptVariable`), further `inputs` as JSON, `response` streaming or blocking. What the app does with pictures cannot be seen from
 * here, so it needs consent wherever it runs.
 */
export const createDifyEngine = (options: HostedOptions): Engine => createHostedEngine(WIRE, options);
