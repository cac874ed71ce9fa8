import type { Language } from "../../protocol/language.ts";

const WIDTH = 900;
const HEIGHT = 1200;

const WORDS: Record<
  Language,
  { readonly name: string; readonly title: string; readonly line: string; readonly price: string; readonly foot: string }
> = {
  en: {
    name: "Sample poster",
    title: "Summer sale",
    line: "Everything for the garden",
    price: "¥199",
    foot: "Until 31 August in all our shops",
  },
  "zh-CN": { name: "示例海报", title: "夏日特惠", line: "花园用品全场优惠", price: "¥199", foot: "全国门店 8月31日截止" },
};

export interface Sample {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** PNG. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A poster to try things on, drawn here so that it needs neither a download nor a companion. */
export async function drawSample(language: Language): Promise<Sample | undefined> {
  const { name, title, line, price, foot } = WORDS[language];
  const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const sky = context.createLinearGradient(0, 0, 0, HEIGHT);
  sky.addColorStop(0, "#fdf3d8");
  sky.addColorStop(1, "#7fc8a9");
  context.fillStyle = sky;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = "#e4572e";
  context.beginPath();
  context.arc(450, 640, 250, 0, 7);
  context.fill();
  context.textAlign = "center";
  const set = (words: string, y: number, font: string, colour: string): void => {
    context.font = `${font} Inter, sans-serif`;
    context.fillStyle = colour;
    context.fillText(words, 450, y);
  };
  set(title, 200, "800 120px", "#1d3b2f");
  set(line, 280, "500 44px", "#1d3b2f");
  set(price, 690, "800 150px", "#fff8ea");
  set(foot, 1110, "500 36px", "#1d3b2f");
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  return png ? { name, width: WIDTH, height: HEIGHT, bytes: new Uint8Array(await png.arrayBuffer()) } : undefined;
}
