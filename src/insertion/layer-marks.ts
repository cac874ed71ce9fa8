import type { Provenance } from "../../protocol/bridge.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { PROVENANCE_KEY } from "../selection/own-result.ts";

/** Must be a command of the manifest's `relaunchButtons`. */
const RELAUNCH_COMMAND = "edit";
/** Figma shows three lines under the button. */
const RELAUNCH_CHARS = 120;

/** Key of the plugin data of a word beside a result of ours, with the result's id: it goes where that one goes. */
export const LABEL_KEY = "emend.label";

/** Length in UTF-8; the sandbox has no TextEncoder. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What the new layer will carry. Error: `insertion_failed` where it exceeds `LIMITS.pluginDataBytes`, before anything is written. */
export function provenanceText(provenance: Provenance): Result<string, EmendError> {
  const text = JSON.stringify(provenance);
  if (utf8Length(text) <= LIMITS.pluginDataBytes) return ok(text);
  return err(
    emendError("insertion_failed", "The record of this edit is larger than Figma keeps with a layer.", {
      help: "Shorten the instruction and apply the edit again.",
    }),
  );
}

/** The instruction as the line under Figma's relaunch button, cut between characters. */
export function relaunchLine(instruction: string): string {
  const chars = Array.from(instruction);
  return chars.length <= RELAUNCH_CHARS ? instruction : `${chars.slice(0, RELAUNCH_CHARS - 1).join("")}…`;
}

/** Marks `node` as a result of ours and offers to edit it again. */
export function markLayer(node: SceneNode, provenance: string, instruction: string): void {
  node.setPluginData(PROVENANCE_KEY, provenance);
  node.setRelaunchData({ [RELAUNCH_COMMAND]: relaunchLine(instruction) });
}
