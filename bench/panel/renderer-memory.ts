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

/** Watches what all of a browser's page processes keep in memory together. */
export class RendererMemory {
  readonly #session: CDPSession;
  #most = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(browser: Browser): Promise<RendererMemory> {
    return new RendererMemory(await browser.newBrowserCDPSession());
  }

  async now(): Promise<number> {
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    const bytes = processInfo.filter(({ type }) => type === "renderer").reduce((sum, { id }) => sum + residentBytes(id), 0);
    this.#most = Math.max(this.#most, bytes);
    return bytes;
  }

  /** Looks every 100 ms until stopped; gives the most that was seen. */
  watch(): { stop(): Promise<number> } {
    this.#most = 0;
    let over = false;
    const looking = (async () => {
      while (!over) {
        await this.now();
        await new Promise((next) => setTimeout(next, 100));
      }
    })();
    const stop = async (): Promise<number> => {
      over = true;
      await looking;
      return this.#most;
    };
    return { stop };
  }
}
