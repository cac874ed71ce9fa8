import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What one frame of the hostile page got for one attempt. */
export interface Loot {
  readonly frame: string;
  readonly attempt: string;
  /** Status of an answer the page could read, or what it saw instead. */
  readonly outcome: string;
  /** Bytes of a good answer the page could read. */
  readonly read: number;
}

/** Runs in the browser, in the page itself and in frames without an origin. Only what stands in here may be used. */
async function attack(target: { readonly port: number; readonly token: string | undefined; readonly frame: string }): Promise<void> {
  const bases = [
    `http://127.0.0.1:${target.port}`,
    `http://localhost:${target.port}`,
    `http://0.0.0.0:${target.port}`,
    `http://evil.test:${target.port}`,
  ];
  const digest = "a".repeat(64);
  const edit = JSON.stringify({ source: digest, instruction: "a -> b" });
  const guesses = [undefined, "A".repeat(43), "null", "undefined"];
  const loot: unknown[] = [];
  const note = (attempt: string, outcome: string, read = 0): void => void loot.push({ frame: target.frame, attempt, outcome, read });

  async function tryFetch(url: string, init: RequestInit): Promise<void> {
    const attempt = `${init.method ?? "GET"} ${init.mode ?? "cors"} ${url}`;
    try {
      const answer = await fetch(url, init);
      const text = await answer.text();
      note(attempt, answer.type === "opaque" ? "opaque" : String(answer.status), answer.ok ? text.length : 0);
    } catch {
      note(attempt, "blocked");
    }
  }

  async function trySocket(base: string, protocols: string[], query = ""): Promise<void> {
    const attempt = `socket ${base} ${protocols.length}${query === "" ? "" : " query"}`;
    const opened = await new Promise<boolean>((resolve) => {
      try {
        const socket = new WebSocket(`${base.replace("http", "ws")}/api/v1/socket${query}`, protocols);
        socket.onopen = () => resolve(true);
        socket.onerror = socket.onclose = () => resolve(false);
        setTimeout(() => resolve(false), 3000);
      } catch {
        resolve(false);
      }
    });
    note(attempt, opened ? "open" : "refused", opened ? 1 : 0);
  }

  function tryElement(name: "img" | "script" | "iframe" | "link", url: string): Promise<void> {
    return new Promise((resolve) => {
      const element = document.createElement(name);
      const done = (outcome: string) => (): void => {
        note(`${name} ${url}`, outcome);
        resolve();
      };
      element.onload = done("loaded");
      element.onerror = done("error");
      setTimeout(done("silent"), 700);
      if (element instanceof HTMLLinkElement) Object.assign(element, { rel: "stylesheet", href: url });
      else element.src = url;
      document.body.append(element);
    });
  }

  function tryForm(url: string): void {
    const frame = document.createElement("iframe");
    frame.name = `f${loot.length}`;
    const form = Object.assign(document.createElement("form"), { action: url, method: "post", enctype: "text/plain", target: frame.name });
    form.append(Object.assign(document.createElement("input"), { name: edit, value: "" }));
    document.body.append(frame, form);
    form.submit();
    note(`form ${url}`, "sent");
  }

  for (const base of bases) {
    if (target.token !== undefined) {
      const authorization = `Bearer ${target.token}`;
      await tryFetch(`${base}/api/v1/plan`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: '{"instruction":"a -> b"}',
      });
      await trySocket(base, ["emend.v1", target.token]);
      continue;
    }
    for (const guess of guesses) {
      const headers: Record<string, string> = guess === undefined ? {} : { authorization: `Bearer ${guess}` };
      for (const path of ["/api/v1/history", "/api/v1/engines", "/api/v1/openapi.json", `/api/v1/blobs/${digest}`, "/metrics"])
        await tryFetch(base + path, { headers });
      await tryFetch(`${base}/api/v1/edits`, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: edit });
      await tryFetch(`${base}/api/v1/blobs/${digest}`, { method: "PUT", headers, body: "x" });
    }
    await tryFetch(`${base}/api/v1/edits`, { method: "POST", body: edit });
    await tryFetch(`${base}/api/v1/edits`, { method: "POST", mode: "no-cors", body: edit });
    await tryFetch(`${base}/api/v1/history`, { credentials: "include" });
    navigator.sendBeacon(`${base}/api/v1/edits`, edit);
    for (const protocols of [[], ["emend.v1"], ["emend.v1", "A".repeat(43)], ["emend.v1", "null"]]) await trySocket(base, protocols);
    await trySocket(base, ["emend.v1"], `?token=${"A".repeat(43)}`);
    for (const name of ["img", "script", "iframe", "link"] as const) await tryElement(name, `${base}/api/v1/history`);
    await tryElement("iframe", `${base}/`);
    tryForm(`${base}/api/v1/edits`);
    await tryFetch(`${base}/health`, {});
  }
  parent.postMessage(loot, "*");
}

const scriptFor = (frame: string, port: number, token: string | undefined): string =>
  `<body><script>(${attack.toString()})(${JSON.stringify({ port, token, frame })})</script></body>`;

/** Three frames without or with another origin than ours, all doing the same; `collected` gives what they got. */
function pageFor(port: number, token: string | undefined): string {
  const attribute = (html: string): string => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const sandboxed = attribute(scriptFor("sandboxed srcdoc", port, token));
  const data = `data:text/html;base64,${Buffer.from(scriptFor("data:", port, token)).toString("base64")}`;
  return `<!doctype html><body><script>
    window.collected = [];
    let frames = 0;
    addEventListener("message", ({ data }) => { if (Array.isArray(data)) { collected.push(...data); window.finished = ++frames === 3; } });
  </script>
  <iframe sandbox="allow-scripts allow-forms" srcdoc="${sandboxed}"></iframe>
  <iframe sandbox="allow-scripts allow-forms" src="${data}"></iframe>
  <iframe src="/frame"></iframe></body>`;
}

/** A web server of somebody else's, on loopback so that the browser lets its pages reach ours. */
export async function serveHostilePage(target: {
  readonly port: number;
  readonly token?: string;
}): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    const { port, token } = target;
    response.end(request.url === "/frame" ? scriptFor("cross-origin", port, token) : pageFor(port, token));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop };
}
