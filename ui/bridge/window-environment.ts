import type { BridgeEnvironment } from "./panel-bridge.ts";

/** The bridge's environment inside the plugin's frame. */
export function windowEnvironment(): BridgeEnvironment {
  return {
    host: window.parent,
    // Figma's host is on another origin than this frame, whose own is `null`: no target origin can be named.
    post: (message) => window.parent.postMessage(message, "*"),
    listen: (take) => {
      window.addEventListener("message", take);
      return () => window.removeEventListener("message", take);
    },
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  };
}
