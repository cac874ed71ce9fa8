import { draw, flat, type Ground, type Look, type Rgb, type Scene, shapes, times } from "./draw-scene.ts";
import { wrongToolScenes } from "./wrong-tool-scenes.ts";

const GROUNDS: Record<string, (n: number) => Ground> = {
  white: () => flat([255, 255, 255]),
  "light grey": () => flat([236, 236, 238]),
  green: () => flat([70, 150, 110]),
  dark: () => flat([38, 40, 46]),
  "fall-off": (n) => (_, y) => times([232, 230, 226], 1 - 0.4 * (y / n)),
  spotlight: (n) => (x, y) => times([214, 190, 170], 1.15 - 0.5 * (Math.hypot(x - n / 2, y - 0.4 * n) / n)),
  "soft shadow": (n) => (x, y) =>
    times([240, 240, 242], 1 - 0.35 * Math.exp(-(((x - n / 2) / (0.3 * n)) ** 2) - ((y - 0.86 * n) / (0.07 * n)) ** 2)),
};

const PAINTS: readonly Rgb[] = [
  [170, 40, 50],
  [30, 32, 36],
  [60, 100, 190],
  [210, 170, 60],
];

interface Studio {
  readonly name: string;
  readonly look: Look;
}

/** Every shape on every plain ground in some paint, not yet drawn. */
export function studios(n: number): readonly Studio[] {
  return Object.entries(GROUNDS).flatMap(([groundName, ground], g) =>
    Object.entries(shapes(n)).map(([shapeName, shape], s) => {
      const paint = groundName === "dark" ? PAINTS[[0, 3, 2, 3][s]] : PAINTS[(g + s) % PAINTS.length];
      return { name: `${shapeName} on ${groundName}`, look: { shape, paint, ground: ground(n), noise: 1.2 } };
    }),
  );
}

/** All scenes of one size: the studios and the wrong-tool cases. */
export const scenes = (n: number): readonly Scene[] => [
  ...studios(n).map(({ name, look }) => ({ name, wrongTool: false, ...draw(n, look) })),
  ...wrongToolScenes(n),
];
