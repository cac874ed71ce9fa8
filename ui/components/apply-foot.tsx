import type { ComponentChildren } from "preact";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { fixingOn } from "../session/history/fix.ts";
import { versionWords } from "../session/history/version-words.ts";
import { shorten } from "../session/job/wish.ts";
import { readySource } from "../session/layer/layer-state.ts";
import { Button } from "./button.tsx";
import { ConnectionTrouble } from "./connection-trouble.tsx";
import { ErrorCard } from "./error-card.tsx";
import { jobProgress } from "./job-progress.ts";
import { ProgressLine } from "./progress-line.tsx";

const APPLY_KEYS = /Mac/.test(navigator.platform) ? "⌘↵" : "Ctrl ↵";

function JobError() {
  const { state, dispatch, go } = usePanel();
  const { job } = state;
  if (job.kind !== "failed") return null;
  const retry = () => (job.placing ? dispatch({ type: "job.place.retried" }) : dispatch({ type: "job.apply", ...go() }));
  return <ErrorCard error={job.error} onRetry={retry} onDismiss={() => dispatch({ type: "job.dismissed" })} />;
}

/** That a result takes the place of the version being fixed. */
function Fixing() {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const fixing = fixingOn(state, readySource(state.work));
  if (!fixing) return null;
  return (
    <div class="rounds">
      <p class="hint" role="status">
        {m.fixing(shorten(versionWords(fixing.entry)) || m.unnamed)}
      </p>
      <Button kind="quiet" onClick={() => dispatch({ type: "history.fix.ended" })}>
        {m.notFixing}
      </Button>
    </div>
  );
}

export interface ApplyFootProps {
  readonly words: string;
  /** Why nothing can be applied yet; empty where it can. */
  readonly missing: string;
  /** What stands above the button. */
  readonly children?: ComponentChildren;
}

function ApplyButton({ words, missing }: ApplyFootProps) {
  const { state, dispatch, go } = usePanel();
  const offline = state.connection.kind !== "connected";
  const why = offline ? useMessages().edit.offline : missing;
  return (
    <>
      <Button kind="primary" disabled={why !== ""} describedBy="apply-why" onClick={() => dispatch({ type: "job.apply", ...go() })}>
        {words}
        <kbd>{APPLY_KEYS}</kbd>
      </Button>
      <p id="apply-why" class="hint apply-why">
        {why}
      </p>
    </>
  );
}

/** The foot of a screen that edits one layer, always in view: Apply, or what is under way, or what went wrong. */
export function ApplyFoot(props: ApplyFootProps) {
  const { state, dispatch } = usePanel();
  const progress = jobProgress(state.job, useMessages().progress);
  return (
    <footer class="foot">
      {props.children && <fieldset disabled={progress !== undefined}>{props.children}</fieldset>}
      <Fixing />
      <ConnectionTrouble />
      <JobError />
      {progress ? (
        <ProgressLine {...progress} onCancel={progress.cancellable ? () => dispatch({ type: "job.cancel" }) : undefined} />
      ) : (
        <ApplyButton {...props} />
      )}
    </footer>
  );
}
