import { readFileSync } from "node:fs";
import type { Browser, CDPSession } from "playwright-core";

const PAGE_BYTES = 4096;

/** Bytes a process keeps in memory (resident, Linux); 0 where it has ended. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** What page processes keep, bytes. */
export interface Resident {
  /** All of them together. */
  readonly all: number;
  /** The page itself: the imitation of Figma with the document and every picture in it, by far the largest. */
  readonly host: number;
  /** The others: the panel's frame, and the browser's spare process. */
  readonly panel: number;
}

const residentOf = (processes: readonly number[]): Resident => {
  const all = processes.reduce((sum, bytes) => sum + bytes, 0);
  const host = Math.max(0, ...processes);
  return { all, host, panel: all - host };
};

/** Each figure's own most, wherever it was. */
const larger = (a: Resident, b: Resident): Resident => ({
  all: Math.max(a.all, b.all),
  host: Math.max(a.host, b.host),
  panel: Math.max(a.panel, b.panel),
});

/** Watches what all of a browser's page processes keep in memory together. */
export class RendererMemory {
  readonly #session: CDPSession;
  #most = residentOf([]);

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(browser: Browser): Promise<RendererMemory> {
    return new RendererMemory(await browser.newBrowserCDPSession());
  }

  async now(): Promise<Resident> {
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    const resident = residentOf(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentBytes(id)));
    this.#most = larger(this.#most, resident);
    return resident;
  }

  /** Looks every 100 ms until stopped; gives the most that was seen. */
  watch(): { stop(): Promise<Resident> } {
    this.#most = residentOf([]);
    let over = false;
    const looking = (async () => {
      while (!over) {
        await this.now();
        await new Promise((next) => setTimeout(next, 100));
      }
    })();
    const stop = async (): Promise<Resident> => {
      over = true;
      await looking;
      return this.#most;
    };
    return { stop };
  }
}
