import type { Browser } from "playwright-core";
import sharp from "sharp";
import { EDIT_MS, openPoster, POSTER, priceField, write } from "./shoot.ts";

const AROUND = { left: 60, top: 900, width: 400, height: 330 };
const GAP = 24;

/** The price badge of the poster, before and after one real edit, at the picture's own pixels. */
export async function shootBeforeAfter(browser: Browser, address: string): Promise<void> {
  const stage = await openPoster(browser, { address });
  await priceField(stage).fill("¥169");
  await stage.panel.getByRole("button", { name: /^Apply/ }).click();
  await stage.appears(stage.panel.getByRole("button", { name: "Keep", exact: true }), EDIT_MS);
  const frame = (await stage.tree()).children[0];
  if (!frame) throw new Error("the playground has no poster");
  const after = Buffer.from(await stage.picture(frame.id));
  const [left, right] = await Promise.all([POSTER, after].map((picture) => sharp(picture).extract(AROUND).png().toBuffer()));
  const { width, height } = AROUND;
  const blank = { width: 2 * width + GAP, height, channels: 4 as const, background: "#ffffff00" };
  const parts = [left, right].map((input, i) => ({ input: input as Buffer, left: i * (width + GAP), top: 0 }));
  await write("before-after.png", await sharp({ create: blank }).composite(parts).png().toBuffer());
  await stage.page.context().close();
}
