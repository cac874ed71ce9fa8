import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { EDIT_MS, FIND_MS, IMAGES, type Language, openPoster, priceField } from "./shoot.ts";

/** README pictures are looked at on slow lines too. */
const MOST_BYTES = 2_000_000;
const SIZE = { width: 1280, height: 800 };
const SHOWN_WIDTH = 1200;

/** Frames and how long each one stays, milliseconds. */
class Film {
  readonly frames: Buffer[] = [];
  readonly delays: number[] = [];

  add(png: Buffer, ms: number): void {
    this.frames.push(png);
    this.delays.push(ms);
  }

  async save(name: string): Promise<void> {
    const small = await Promise.all(this.frames.map((png) => sharp(png).resize({ width: SHOWN_WIDTH }).png().toBuffer()));
    const bytes = await sharp(small, { join: { animated: true } })
      .webp({ delay: this.delays, loop: 0, quality: 82, effort: 5 })
      .toBuffer();
    if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes, more than ${MOST_BYTES}`);
    writeFileSync(join(IMAGES, name), bytes);
  }
}

/** Select the poster, type the new price, apply, compare: one real edit. */
export async function shootAnimation(browser: Browser, address: string, language: Language): Promise<void> {
  const locale = language === "en" ? "en-US" : language;
  const stage = await openPoster(browser, { address, locale, theme: "light", size: SIZE });
  const { page, panel } = stage;
  const film = new Film();
  const take = async (ms: number): Promise<void> => film.add(await page.screenshot(), ms);
  await page.mouse.click(300, SIZE.height - 40);
  await panel.locator(".message").waitFor();
  await take(1200);
  await page.getByText("Summer poster.png", { exact: true }).first().click();
  await stage.appears(priceField(stage), FIND_MS);
  await page.waitForTimeout(300);
  await take(1300);
  const field = priceField(stage);
  await field.click();
  await field.press("Control+A");
  await page.waitForTimeout(300);
  await take(600);
  for (const letter of "¥169") {
    await page.keyboard.type(letter);
    await take(220);
  }
  await take(700);
  await panel.getByRole("button", { name: /^(Apply|应用)/ }).click();
  await panel.locator(".progress").waitFor({ timeout: 5000 });
  await take(700);
  await stage.appears(panel.locator(".compare-range"), EDIT_MS);
  await page.waitForTimeout(500);
  await take(1500);
  for (const share of [15, 30, 45, 60, 75, 60, 45, 30, 15]) {
    await panel.locator(".compare-range").fill(String(share));
    await page.waitForTimeout(60);
    await take(110);
  }
  await panel.locator(".compare-range").fill("0");
  await page.waitForTimeout(100);
  await take(2200);
  await film.save(`edit.${language}.webp`);
  await page.context().close();
}
