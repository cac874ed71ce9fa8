import { Relay } from "./relay.ts";
import { bridgeWords } from "./words.ts";

const words = bridgeWords(navigator.language);
const title = document.querySelector("h1")!;
const lead = document.querySelector("p")!;

function show(state: "orphan" | "waiting" | "connected"): void {
  title.textContent = words[state].title;
  lead.textContent = words[state].lead;
  document.body.dataset.state = state;
}

function start(opener: Window): void {
  show("waiting");
  const relay = new Relay({
    opener,
    secret: location.hash.slice(1),
    // A plugin's frame has no origin that could be named; the message goes to that one window alone and carries its secret.
    post: (message, transfer) => opener.postMessage(message, "*", [...transfer]),
    openSocket: (protocols) => new WebSocket(`ws://${location.host}/api/v1/socket`, protocols),
    health: () =>
      fetch("/health")
        .then((answer) => answer.json())
        .catch(() => undefined),
    onCount: (open) => show(open > 0 ? "connected" : "waiting"),
  });
  addEventListener("message", (event) => relay.take(event));
}

document.documentElement.lang = words.language;
const opener = window.opener as Window | null;
if (opener === null || location.hash === "") show("orphan");
else start(opener);
