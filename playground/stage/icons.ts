/** Icons drawn for this page, 16 × 16, one stroke width. */
const PATHS = {
  undo: "M6 3 3 6l3 3M3.5 6H9a3.5 3.5 0 0 1 0 7H6",
  redo: "m10 3 3 3-3 3m2.5-3H7a3.5 3.5 0 0 0 0 7h3",
  plus: "M8 3.5v9M3.5 8h9",
  minus: "M3.5 8h9",
  fit: "M3 6V3h3m4 0h3v3m0 4v3h-3m-4 0H3v-3",
  open: "M2.5 12.5v-9h4l1.5 2h5.5v7zM8 8v3.5M6.300 9.700 8 8l1.700 1.700",
  download: "M8 2.5v7.5M5 7.200l3 3 3-3M3 13h10",
  sun: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M8 1.800v1.400m0 9.600v1.400M1.800 8h1.400m9.600 0h1.400M3.600 3.600l1 1m6.800 6.800 1 1m0-8.800-1 1m-6.800 6.800-1 1",
  moon: "M12.800 9.700A5.300 5.300 0 0 1 6.300 3.200a5.300 5.300 0 1 0 6.5 6.5z",
  eye: "M1.800 8S4 3.800 8 3.800 14.200 8 14.200 8 12 12.200 8 12.200 1.800 8 1.800 8zM8 6.300a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400",
  eyeOff: "M2 6.5C3.200 8.300 5.200 9.800 8 9.800s4.800-1.5 6-3.300M8 9.800V12M4.300 8.900 3.200 10.700M11.700 8.900l1.100 1.800",
  close: "m4 4 8 8m0-8-8 8",
  image: "M2.5 3.5h11v9h-11zM2.5 10.5l3-3 3.5 3.5 2-2 2.5 2.5M10.5 6.200h.01",
  frame: "M4.5 2v12m7-12v12M2 4.5h12m-12 7h12",
  group: "M3 3h2m2 0h2m2 0h2v2m0 2v2m0 2v2h-2m-2 0H7m-2 0H3v-2m0-2V7m0-2V3",
  text: "M3.5 4.5v-1h9v1M8 3.5v9M6.5 12.5h3",
  shape: "M3 3h10v10H3z",
  component: "m8 2 2 2-2 2-2-2zm4 4 2 2-2 2-2-2zM4 6l2 2-2 2-2-2zm4 4 2 2-2 2-2-2z",
  chevron: "m5 6.5 3 3 3-3",
  spark: "M8 2c.4 3.600 2.400 5.600 6 6-3.600.4-5.600 2.400-6 6-.4-3.600-2.400-5.600-6-6 3.600-.4 5.600-2.400 6-6z",
} as const;
export type IconName = keyof typeof PATHS;

const SVG = "http://www.w3.org/2000/svg";

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true" }))
    svg.setAttribute(key, value);
  svg.append(path);
  return svg;
}
