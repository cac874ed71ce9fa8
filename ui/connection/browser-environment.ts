import type { ConnectionEnvironment, WindowLike } from "./environment.ts";

interface FeaturePolicy {
  features?(): string[];
  allowsFeature?(feature: string): boolean;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

async function getJson(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    // `targetAddressSpace` is what makes Chrome ask for the permission; a socket alone fails without a word. Others ignore it.
    const init: RequestInit & { targetAddressSpace: string } = { signal, cache: "no-store", targetAddressSpace: "loopback" };
    const response = await fetch(url, init);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

async function permission(name: string): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state;
  } catch {
    return undefined;
  }
}

function delegated(feature: string): boolean | undefined {
  const policy = (document as Document & { featurePolicy?: FeaturePolicy }).featurePolicy;
  // An unknown feature also answers `false`, which would read as "not handed on".
  if (!policy?.features?.().includes(feature)) return undefined;
  return policy.allowsFeature?.(feature);
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

function openWindow(url: string): WindowLike | undefined {
  const opened = open(url, "_blank", "popup,width=420,height=200");
  return opened
    ? {
        handle: opened,
        closed: () => opened.closed,
        post: (message, origin, transfer) => opened.postMessage(message, origin, [...transfer]),
        go: (to) => {
          opened.location.href = to;
        },
        close: () => opened.close(),
      }
    : undefined;
}

/** The connection's environment in a real browser frame. */
export function browserEnvironment(): ConnectionEnvironment {
  return {
    openSocket: (url, protocols) => new WebSocket(url, protocols) as ReturnType<ConnectionEnvironment["openSocket"]>,
    getJson,
    permission,
    delegated,
    agent: navigator.userAgent,
    openWindow,
    hear: (take) => {
      addEventListener("message", take);
      return () => removeEventListener("message", take);
    },
    secret: () => hex(crypto.getRandomValues(new Uint8Array(16))),
    ancestors: Array.from(location.ancestorOrigins ?? []),
    digest,
    random: Math.random,
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  };
}
