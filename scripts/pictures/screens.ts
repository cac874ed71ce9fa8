import type { Browser } from "playwright-core";
import type { Playground } from "../../test/e2e/harness/browser.ts";
import { EDIT_MS, FIND_MS, goTo, type Language, openPoster, POSTER, priceField, shootPanel, write } from "./shoot.ts";

interface Shots {
  readonly stage: Playground;
  /** Adds the language to a picture's name. */
  name(screen: string): string;
}

const keep = ({ panel }: Playground) => panel.getByRole("button", { name: /^(Keep|保留)$/ });

async function text({ stage, name }: Shots): Promise<void> {
  const { panel } = stage;
  await priceField(stage).fill("¥169");
  await shootPanel(stage, name("text"));
  await panel.getByRole("button", { name: /^(Apply|应用)/ }).click();
  await stage.appears(keep(stage), EDIT_MS);
  await shootPanel(stage, name("result"));
  await stage.page.waitForTimeout(300);
  await write(name("playground"), await stage.page.screenshot({ caret: "hide" }), 1600);
  await keep(stage).click();
}

async function instruct({ stage, name }: Shots): Promise<void> {
  const { panel } = stage;
  await goTo(stage, /^(Instruct|指令)$/);
  const chinese = name("").includes("zh");
  await panel
    .locator("#instruction")
    .fill(chinese ? "把“六瓶礼盒”改为“八瓶礼盒”，字体变为金色" : "Replace “Summer, on ice” with “Winter, on ice”, in gold");
  await panel.locator(".chip").first().waitFor();
  await shootPanel(stage, name("instruct"));
  await panel.getByRole("button", { name: /^(Apply|应用)/ }).click();
  await stage.appears(keep(stage), EDIT_MS);
  await keep(stage).click();
}

async function variants({ stage, name }: Shots): Promise<void> {
  const { panel } = stage;
  await goTo(stage, /^(Variants|变体)$/);
  const options = await panel.locator("select.select option").allTextContents();
  await panel.locator("select.select").selectOption(String(options.findIndex((o) => /199/.test(o))));
  await panel.locator("textarea").first().fill("¥169\n¥149\n¥99");
  await panel.locator(".foot .button-primary").click();
  await stage.appears(panel.locator(".film-done canvas").nth(2), 3 * EDIT_MS);
  await shootPanel(stage, name("variants"));
  await panel.getByRole("button", { name: /^(Close|关闭)$/ }).click();
}

async function localise({ stage, name }: Shots): Promise<void> {
  const { panel } = stage;
  await goTo(stage, /^(Localise|本地化)$/);
  await panel.locator("textarea").first().fill("source\tde-DE\tfr-FR\nSummer, on ice\tSommer auf Eis\tUn été glacé\n¥199\t29 EUR\t29 EUR");
  await panel.getByRole("button", { name: /^(Use this table|使用这张表格)$/ }).click();
  await panel.locator(".foot .button-primary").click();
  await stage.appears(panel.getByRole("button", { name: /Place 2 markets|放置 2 个市场/ }), 2 * EDIT_MS);
  await stage.appears(panel.locator(".compare-stage canvas").nth(1), 20_000);
  await shootPanel(stage, name("localise"));
}

async function batch({ stage, name }: Shots): Promise<void> {
  const { panel, page } = stage;
  await page.locator("input[type=file]").setInputFiles({ name: "Autumn poster.png", mimeType: "image/png", buffer: POSTER });
  await page.getByText("Autumn poster.png", { exact: true }).first().click();
  await page
    .getByText("Summer poster.png", { exact: true })
    .first()
    .click({ modifiers: ["Shift"] });
  await goTo(stage, /^(Batch|批量)/);
  await panel.locator("#batch-instruction").fill("把“¥199”改为“¥149”");
  await panel.locator(".foot .button-primary").click();
  await stage.appears(panel.getByText(/^(placed|已放置)$/).nth(1), 2 * EDIT_MS);
  await shootPanel(stage, name("batch"));
  await page.getByText("Summer poster.png", { exact: true }).first().click();
}

async function history({ stage, name }: Shots): Promise<void> {
  const { panel } = stage;
  await goTo(stage, /^(History|历史)/);
  await stage.appears(panel.locator(".version-picture canvas").nth(3), 20_000);
  await shootPanel(stage, name("history"));
  await panel.locator(".version").first().click();
  await stage.appears(panel.locator(".compare-stage canvas").nth(1), 20_000);
  await panel.locator(".compare-range").fill("45");
  await shootPanel(stage, name("version"));
  await panel.getByRole("button", { name: /^(All versions|所有版本)$/ }).click();
}

/** A result the companion itself doubts: the wanted words are far too long for their place. */
async function review({ stage, name }: Shots): Promise<void> {
  const { panel } = stage;
  await goTo(stage, /^(Text|文字)$/);
  await stage.appears(priceField(stage), FIND_MS);
  await panel.getByRole("textbox", { name: /330/ }).fill("六瓶装礼盒 · 每瓶三百三十毫升 · 送冰桶");
  await panel.getByRole("button", { name: /^(Apply|应用)/ }).click();
  await stage.appears(keep(stage), EDIT_MS);
  await keep(stage).click();
  await goTo(stage, /^(History|历史)/);
  await panel.getByRole("radio", { name: /To review|待审核/ }).check();
  await stage.appears(panel.locator(".version").first(), 20_000);
  await panel.locator(".version").first().click();
  await stage.appears(panel.locator(".compare-stage canvas").nth(1), 20_000);
  await shootPanel(stage, name("review"));
}

async function settings({ stage, name }: Shots): Promise<void> {
  await goTo(stage, /^(Settings|设置)/);
  await stage.page.waitForTimeout(1000);
  await shootPanel(stage, name("settings"));
}

/** Every screen of the guide, in one language, from real edits of the sample poster. */
export async function shootScreens(browser: Browser, address: string, language: Language): Promise<void> {
  const locale = language === "en" ? "en-US" : language;
  const stage = await openPoster(browser, { address, locale, theme: "light", scale: 2 });
  const shots: Shots = { stage, name: (screen) => `${screen}.${language}.webp` };
  for (const shoot of [text, instruct, variants, localise, batch, history, review, settings]) await shoot(shots);
  const errors = await stage.errors();
  if (errors.length > 0) throw new Error(`the playground reported: ${errors.join("; ")}`);
  await stage.page.context().close();
}
