import { emendIn } from "./harness/emend-in.ts";
import type { Figure, Measurement } from "./harness/measurement.ts";
import { rawRequest } from "./harness/raw-request.ts";
import { type CompanionHost, startCompanionHost } from "./harness/start-companion-host.ts";

type Kind = "GET" | "POST" | "WS";

/** 14 Host headers; the first three are this machine. */
const hosts = (port: number): readonly (readonly [header: string, good: boolean])[] => [
  [`Host: localhost:${port}\r\n`, true],
  [`Host: 127.0.0.1:${port}\r\n`, true],
  [`Host: [::1]:${port}\r\n`, true],
  [`Host: 0.0.0.0:${port}\r\n`, false],
  [`Host: evil.test:${port}\r\n`, false],
  [`Host: 127.0.0.1.evil.test:${port}\r\n`, false],
  [`Host: localhost.evil.test:${port}\r\n`, false],
  [`Host: LOCALHOST:${port}\r\n`, false],
  [`Host: 127.1:${port}\r\n`, false],
  [`Host: 2130706433:${port}\r\n`, false],
  ["Host: \r\n", false],
  ["", false],
  [`Host: localhost:${port}\r\nHost: localhost:${port}\r\n`, false],
  ["Host: [\r\n", false],
];

const ORIGINS = ["", "Origin: null\r\n", "Origin: https://www.figma.com\r\n", "Origin: https://evil.test\r\n", "Origin: ][\r\n"];

const tokens = (valid: string, revoked: string): readonly (readonly [token: string | undefined, good: boolean])[] => [
  [undefined, false],
  ["", false],
  ["A".repeat(valid.length), false],
  [`${valid}A`, false],
  [revoked, false],
  [valid, true],
];

const UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

function textOf(kind: Kind, head: string, token: string | undefined): string {
  if (kind === "WS") {
    const protocol = token === undefined ? "emend.v1" : `emend.v1, ${token}`;
    return `GET /api/v1/socket HTTP/1.1\r\n${head}${UPGRADE}Sec-WebSocket-Protocol: ${protocol}\r\n\r\n`;
  }
  const authorization = token === undefined ? "" : `Authorization: Bearer ${token}\r\n`;
  const rest = `${head}${authorization}Connection: close\r\n`;
  if (kind === "GET") return `GET /api/v1/history HTTP/1.1\r\n${rest}\r\n`;
  return `POST /api/v1/plan HTTP/1.1\r\n${rest}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
}

/** Admitted: 101 for a socket, 200 for a read, 400 for an empty body that got as far as validation, which a refused Host does not. */
function judged(kind: Kind, { status, text }: { status: number; text: string }): "admitted" | "refused" | "other" {
  if (kind === "WS") return status === 101 ? "admitted" : [400, 401, 403].includes(status) ? "refused" : "other";
  if (kind === "GET" && status === 200) return "admitted";
  if (kind === "POST" && status === 400 && text.includes("x-content-type-options") && text.includes("access-control-allow-origin"))
    return "admitted";
  return [400, 401, 403].includes(status) ? "refused" : "other";
}

interface Case {
  readonly kind: Kind;
  readonly head: string;
  readonly token: string | undefined;
  readonly good: boolean;
}

function casesFor(port: number, valid: string, revoked: string): readonly Case[] {
  const kinds: readonly Kind[] = ["GET", "POST", "WS"];
  return kinds.flatMap((kind) =>
    hosts(port).flatMap(([host, goodHost]) =>
      ORIGINS.flatMap((origin) =>
        tokens(valid, revoked).map(([token, goodToken]) => ({ kind, head: host + origin, token, good: goodHost && goodToken })),
      ),
    ),
  );
}

/** The token that holds after a renewal; the one before is revoked. */
async function renewed(companion: CompanionHost): Promise<string> {
  const paired = await emendIn(companion.dataFolder, ["pair", "--renew", "--json"]);
  return (JSON.parse(paired.out) as { token: string }).token;
}

/** T1: who gets in, by raw socket, must be exactly who the specification names: the right Host with the right token, whatever the Origin. */
export const handshakeMatrix: Measurement = {
  id: "T1",
  name: "handshake",
  title: "Handshake matrix: 14 hosts × 5 origins × 6 tokens × GET, POST, socket",
  counts: { suite: 1, full: 1 },
  measure: async () => {
    const companion = await startCompanionHost();
    const cases = casesFor(companion.port, await renewed(companion), companion.token);
    const start = performance.now();
    let [admitted, wrong] = [0, 0];
    for (const { kind, head, token, good } of cases) {
      const verdict = judged(kind, await rawRequest(companion.port, textOf(kind, head, token)));
      if (verdict === "admitted") admitted++;
      if (verdict !== (good ? "admitted" : "refused")) wrong++;
    }
    const seconds = (performance.now() - start) / 1000;
    const exits = companion.alive() ? 0 : 1;
    await companion.stop();
    const figures: Figure[] = [
      { what: "cases", value: cases.length, atLeast: 1260, atMost: 1260 },
      { what: "admitted", value: admitted, atLeast: 45, atMost: 45 },
      { what: "judged otherwise than specified", value: wrong, atMost: 0 },
      { what: "companion exits", value: exits, atMost: 0 },
      { what: "time", value: seconds, unit: "s", atMost: 15, timing: true },
    ];
    return figures;
  },
};
