import type { Principal } from "../protocol/access.ts";
import type { EngineView } from "../protocol/edit.ts";
import { emendError, err, type Result } from "../protocol/errors.ts";
import { withMeasuredTimes } from "./measured-times.ts";
import type { SettingsStore } from "./settings/settings-store.ts";
import type { EditHistory } from "./store/edit-history.ts";
import type { TenantServices } from "./transport/services.ts";

export interface EngineDeskOptions {
  /** Engines as they stand, without times. */
  engines(signal: AbortSignal): Promise<Result<readonly EngineView[]>>;
  readonly settings: SettingsStore;
  history(principal: Principal): EditHistory;
}

type EngineDesk = Pick<TenantServices, "engines" | "setConsent">;

const unknownEngine = (views: readonly EngineView[]): Result<never> => {
  const engines = views.map(({ name }) => name);
  return err(
    emendError("engine_unknown", "There is no engine of that name.", { help: `Engines: ${engines.join(", ")}.`, details: { engines } }),
  );
};

const nothingToAllow = ({ name, local, reason }: EngineView): Result<never> =>
  local
    ? err(emendError("bad_request", `${name} runs on this machine; there is nothing to allow.`))
    : err(emendError("engine_unavailable", `${name} is not set up yet.`, reason === undefined ? {} : { help: reason }));

/** What one who was admitted may see and decide about engines. */
export function engineDesk(principal: Principal, { engines, settings, history }: EngineDeskOptions): EngineDesk {
  const list = async (signal: AbortSignal): Promise<Result<readonly EngineView[]>> => {
    const views = await engines(signal);
    return views.ok ? { ok: true, value: withMeasuredTimes(views.value, await history(principal).list({ limit: 60 })) } : views;
  };
  const one = async (name: string, signal: AbortSignal): Promise<Result<EngineView>> => {
    const views = await list(signal);
    if (!views.ok) return views;
    const view = views.value.find((engine) => engine.name === name);
    return view === undefined ? unknownEngine(views.value) : { ok: true, value: view };
  };
  return {
    engines: list,
    setConsent: async (name, allowed, signal) => {
      const view = await one(name, signal);
      if (!view.ok) return view;
      if (view.value.consent === undefined) return nothingToAllow(view.value);
      const done = allowed ? await settings.allow(name, view.value.consent.host) : await settings.forbid(name);
      return done.ok ? one(name, signal) : done;
    },
  };
}
