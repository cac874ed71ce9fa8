import type { ErrorCode } from "../../protocol/errors.ts";

/** What a person is told of an error: what happened, and why. The button comes from the session's remedy. */
export interface ErrorWords {
  readonly what: string;
  readonly why: string;
}

export const errorsEn: Record<ErrorCode, ErrorWords> = {
  bad_request: { what: "That could not be sent", why: "The companion did not accept the request." },
  bad_usage: { what: "That could not be sent", why: "The companion did not accept the request." },
  empty_instruction: { what: "Nothing to do yet", why: "No text was changed and the instruction is empty." },
  instruction_unclear: { what: "One question first", why: "The instruction can be read in more than one way." },
  text_not_found: { what: "That text is not in the picture", why: "No found text matches the one you named." },
  text_ambiguous: { what: "That text is there more than once", why: "It is not clear which of them you mean." },
  no_selection: { what: "No layer is selected", why: "Emend works on the layer you select." },
  selection_not_editable: { what: "This layer cannot be edited", why: "It has no pixels Emend can read." },
  unsupported_operation: { what: "No engine here can do that", why: "The installed engines do not support this kind of edit." },
  not_an_image: { what: "This is not a picture", why: "The layer’s data is no image format Emend knows." },
  image_truncated: { what: "The picture is incomplete", why: "Its data ends too early." },
  image_too_large: { what: "The picture is too large", why: "It is beyond the size Emend accepts." },
  image_empty: { what: "The layer is empty", why: "It has no visible pixels." },
  image_unsupported: { what: "This kind of picture is not supported", why: "Export it as PNG or JPEG and try again." },
  digest_mismatch: { what: "The picture arrived damaged", why: "What arrived is not what was sent." },
  blob_missing: { what: "The companion no longer has this layer", why: "Its store was cleared or it was restarted." },
  engine_unknown: { what: "That engine does not exist", why: "The companion has no engine of this name." },
  consent_needed: {
    what: "This would leave your machine",
    why: "The only engine that can do this runs elsewhere, and you have not agreed to send pictures there.",
  },
  confirmation_needed: {
    what: "One question before this is done",
    why: "It touches somebody’s identity, an official document or somebody’s claim to the picture.",
  },
  engine_unavailable: { what: "The engine is not ready", why: "It is not installed or not running." },
  engine_failed: { what: "The engine gave up", why: "It ended without a result." },
  engine_timeout: { what: "This took too long", why: "There was no answer in time." },
  model_unknown: { what: "That model does not exist", why: "The companion has no model of this name." },
  download_failed: { what: "The model could not be fetched", why: "The download stopped; what came is kept." },
  unauthorized: { what: "The companion did not accept the token", why: "It belongs to another companion, or was renewed." },
  forbidden: { what: "This is not allowed with your access", why: "The token you use has a smaller role." },
  forbidden_host: { what: "The companion refused this address", why: "It only answers on localhost." },
  not_found: { what: "Not found", why: "The companion does not have what was asked for." },
  method_not_allowed: { what: "That could not be sent", why: "The companion did not accept the request." },
  protocol_mismatch: { what: "Plugin and companion do not match", why: "They are of different versions." },
  payload_too_large: { what: "That is too much at once", why: "The message is beyond the companion’s limit." },
  rate_limited: { what: "Too many requests", why: "The companion asks for a short pause." },
  quota_exceeded: { what: "The team’s storage is used up", why: "The companion keeps no more pictures for it." },
  companion_unreachable: { what: "The companion is not reachable", why: "It is not running, or this app may not talk to it." },
  connection_lost: { what: "The connection was lost", why: "The companion stopped, or the link was cut." },
  job_not_found: { what: "The edit is gone", why: "The companion does not know this job any more." },
  cancelled: { what: "Cancelled", why: "The edit was stopped before it finished." },
  verify_failed: { what: "The result did not pass its check", why: "Pixels outside the edit would have changed." },
  storage_full: { what: "The disk is full", why: "The companion could not store the result." },
  storage_failed: { what: "Storing failed", why: "The companion could not write to its data folder." },
  insertion_failed: { what: "The result could not be placed", why: "Figma did not allow the new layer there." },
  internal: { what: "Something went wrong", why: "This is a fault in Emend, not in your file." },
};
