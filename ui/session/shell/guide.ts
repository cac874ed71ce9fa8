import type { Settings } from "../../../protocol/bridge.ts";
import type { Screen } from "./screens.ts";

/** The introduction, step by step, each over the screen it speaks of. */
export const GUIDE_STEPS = ["pair", "sample", "engine", "model"] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

export const GUIDE_SCREENS: Record<GuideStep, Screen> = { pair: "text", sample: "text", engine: "settings", model: "settings" };

/** It comes by itself once: to who has never paired and has not left it. */
export const firstStep = ({ token, guided }: Settings): GuideStep | undefined => (token === undefined && !guided ? "pair" : undefined);

/** `undefined` after the last. */
export const stepAfter = (step: GuideStep): GuideStep | undefined => GUIDE_STEPS[GUIDE_STEPS.indexOf(step) + 1];
