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

/** What a browser's processes keep, bytes. */
export interface Resident {
  /** All page processes together. */
  readonly all: number;
  /** The page itself: the imitation of Figma with the document and the decoded pictures, by far the largest. */
  readonly host: number;
  /** The others: the panel's frame, and the browser's spare process. */
  readonly panel: number;
  /** The browser's own process, which is no page's: the document's encoded pictures lie there, as Blobs. Not part of `all`. */
  readonly browser: number;
}

const residentOf = (pages: readonly number[], browser = 0): Resident => {
  const all = pages.reduce((sum, bytes) => sum + bytes, 0);
  const host = Math.max(0, ...pages);
  return { all, host, panel: all - host, browser };
};

/** Each figure's own most, wherever it was. */
const larger = (a: Resident, b: Resident): Resident => ({
  all: Math.max(a.all, b.all),
  host: Math.max(a.host, b.host),
  panel: Math.max(a.panel, b.panel),
  browser: Math.max(a.browser, b.browser),
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
    const of = (wanted: string): number[] => processInfo.filter(({ type }) => type === wanted).map(({ id }) => residentBytes(id));
    const resident = residentOf(of("renderer"), of("browser")[0]);
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
