import type { Settings } from "../../../protocol/bridge.ts";
import { exhaustive } from "../../../protocol/errors.ts";
import type { Connection } from "../../connection/connection-state.ts";
import { restoreBatch, resumeBatch } from "../batch/reduce-batch.ts";
import { andThen, type Effect, type Step, step } from "../effect.ts";
import { resumeHistory } from "../history/reduce-history.ts";
import { resumeInstruct } from "../instruct/reduce-instruct.ts";
import { loadWanted } from "../layer/reduce-layer.ts";
import { resumeRuns } from "../runs/reduce-runs.ts";
import type { UiState } from "../ui-state.ts";
import { firstStep, GUIDE_SCREENS, type GuideStep, stepAfter } from "./guide.ts";
import { screenOf } from "./screens.ts";
import type { ShellEvent } from "./shell-event.ts";

const remember = (state: UiState, settings: Settings): Step => step({ ...state, settings }, { type: "shell.settings", settings });

/** What a new link must take up again: an edit whose answer was lost goes out once more under its old key. */
function resumed({ job }: UiState): Effect[] {
  if (job.kind === "sending") return [{ type: "job.edit", key: job.run.key, request: job.run.request }];
  if (job.kind === "running") return [{ type: "job.watch", jobId: job.jobId }];
  return [];
}

/** Engines and models are asked for when they are looked at: their state changes outside of the panel. */
function askIfShown(state: UiState): Step {
  const asks = state.screen === "settings" && state.connection.kind === "connected";
  return step(state, ...(asks ? [{ type: "shell.engines" } as const, { type: "shell.models" } as const] : []));
}

function connected(state: UiState, port: number): Step {
  const remembered = state.settings.port === port ? step(state) : remember(state, { ...state.settings, port });
  return andThen(
    andThen(remembered, (s) => step(s, ...resumed(s))),
    (s) => [resumeInstruct, resumeHistory, resumeBatch, loadWanted, askIfShown].reduce(andThen, resumeRuns(s)),
  );
}

function connectionChanged(state: UiState, connection: Connection): Step {
  const next = { ...state, connection };
  return connection.kind === "connected" ? andThen(connected(next, connection.port), afterPairing) : step(next);
}

function pair(state: UiState, token: string): Step {
  const settings = { ...state.settings, token: token.trim() };
  return andThen(remember({ ...state, connection: { kind: "searching" } }, settings), (s) => step(s, { type: "shell.connect", settings }));
}

const atStep = (state: UiState, guide: GuideStep): Step => askIfShown({ ...state, guide, screen: GUIDE_SCREENS[guide] });

/** Pairing is done once the companion lets this panel in. */
const afterPairing = (state: UiState): Step => (state.guide === "pair" ? atStep(state, "sample") : step(state));

function guided(state: UiState, to: "start" | "next" | "end"): Step {
  const next = to === "start" ? "pair" : to === "next" && state.guide ? stepAfter(state.guide) : undefined;
  if (next === "pair" && state.connection.kind === "connected") return atStep(state, "sample");
  if (next) return atStep(state, next);
  return remember({ ...state, guide: undefined, screen: "text" }, { ...state.settings, guided: true });
}

/** Settings, language and the connection. */
export function reduceShell(state: UiState, event: ShellEvent): Step {
  switch (event.type) {
    case "shell.init": {
      const { settings } = event;
      const { language = state.language } = settings;
      const next: UiState = { ...state, started: true, settings, language, screen: screenOf(event.command) ?? state.screen };
      return step(restoreBatch({ ...next, guide: firstStep(settings) }), { type: "shell.connect", settings });
    }
    case "shell.connection":
      return connectionChanged(state, event.connection);
    case "shell.pair":
      return pair(state, event.token);
    case "shell.reconnect":
      return step({ ...state, connection: { kind: "searching" } }, { type: "shell.connect", settings: state.settings });
    case "shell.guide":
      return guided(state, event.to);
    case "shell.sample":
      return step(state, { type: "shell.sample", language: state.language });
    case "shell.window":
      return step({ ...state, connection: { kind: "searching" } }, { type: "shell.window" });
    case "shell.diagnose":
      return step({ ...state, report: undefined }, { type: "shell.diagnose" });
    case "shell.report":
      return step({ ...state, report: event.report });
    case "shell.language":
      return andThen(remember({ ...state, language: event.language }, { ...state.settings, language: event.language }), askIfShown);
    case "shell.screen":
      return askIfShown({ ...state, screen: event.screen });
    case "shell.engines":
      return step({ ...state, engines: event.engines });
    case "shell.models":
      return step({ ...state, models: event.models });
    case "shell.install":
    case "shell.stopInstall":
      return step(state, { type: event.type, model: event.model });
    case "shell.consent":
      return step(state, { type: "shell.consent", engine: event.engine, allowed: event.allowed });
    default:
      return exhaustive(event);
  }
}
