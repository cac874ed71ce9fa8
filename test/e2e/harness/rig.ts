import { after, before } from "node:test";
import type { Browser, Locator } from "playwright-core";
import type { NodeTree } from "../../../playground/document/figma-document.ts";
import { SCREENS, type Screen } from "../../../ui/session/shell/screens.ts";
import { openBrowser, openPlayground, type Playground, type PlaygroundOptions } from "./browser.ts";
import { type RunningCompanion, startCompanion } from "./companion.ts";

/** How long reading the sample poster, and one edit of it, may take on a busy machine. */
export const FIND_MS = 90_000;
export const EDIT_MS = 180_000;

type Look = Omit<PlaygroundOptions, "address">;

/** A browser and a real companion for all tests of a file. */
export class Rig {
  browser!: Browser;
  companion!: RunningCompanion;

  #started: Promise<void> | undefined;

  /** Once; whoever asks first. */
  start(): Promise<void> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  async #begin(): Promise<void> {
    [this.companion, this.browser] = await Promise.all([startCompanion(), openBrowser()]);
  }

  async dispose(): Promise<void> {
    await this.browser?.close();
    await this.companion?.dispose();
  }

  async open(look: Look = {}): Promise<Playground> {
    await this.start();
    return openPlayground(this.browser, { address: this.companion.open, ...look });
  }

  /** The playground with the texts of its poster found. */
  async openPoster(look: Look = {}): Promise<Playground> {
    const stage = await this.open(look);
    await stage.appears(stage.panel.getByRole("textbox", { name: /199/ }), FIND_MS);
    return stage;
  }

  /** Ends the companion as a crash would; what it kept is there for the next one. */
  async kill(): Promise<void> {
    await this.companion.kill();
  }

  /** A new companion where the dead one was. */
  async revive(): Promise<void> {
    const { port, data } = this.companion;
    this.companion = await startCompanion({ port, data });
  }
}

/** Starts a rig before the tests of this file and disposes of it after them. */
export function useRig(): Rig {
  const rig = new Rig();
  before(() => rig.start());
  after(() => rig.dispose());
  return rig;
}

/** The poster's frame, which holds the picture and what Emend lays over it. */
export function frameIn(page: NodeTree): NodeTree {
  const [frame] = page.children;
  if (!frame) throw new Error("the page is empty");
  return frame;
}

export const goTo = ({ panel }: Playground, name: string | RegExp): Promise<void> =>
  panel.getByRole("navigation").getByRole("button", { name }).click();

/** Variants of the poster's ¥199 in two other wordings, asked for and not yet there. */
export async function askForTwoPrices(stage: Playground, prices: readonly [string, string] = ["¥169", "¥149"]): Promise<void> {
  const { panel } = stage;
  await goTo(stage, "Variants");
  const options = await panel.locator("select.select option").allTextContents();
  await panel.locator("select.select").selectOption(String(options.findIndex((o) => /199/.test(o))));
  await panel.getByRole("textbox", { name: /New wordings/ }).fill(prices.join("\n"));
  await panel.getByRole("button", { name: /Make 2 variants/ }).click();
}

export const keepButton = ({ panel }: Playground, name = "Keep"): Locator => panel.getByRole("button", { name, exact: true });

/** Screenshots of a screen as it stands, in both languages and themes; leaves the playground in its own theme and Chinese. */
export async function lookAround(stage: Playground, screen: Screen, name: string = screen): Promise<void> {
  const { page, panel } = stage;
  const go = (to: Screen) => panel.getByRole("navigation").getByRole("button").nth(SCREENS.indexOf(to)).click();
  const theme = () => page.getByRole("button", { name: /^(Switch between light and dark|切换浅色与深色)$/ }).click();
  for (const language of ["en", "zh-CN"]) {
    await go("settings");
    await panel.locator("#language").selectOption(language);
    await go(screen);
    for (const look of ["one", "other"]) {
      // What slides in has slid in.
      await page.waitForTimeout(250);
      await stage.screenshot(`flow-${name}-${language}-${look}`);
      await theme();
    }
  }
}
