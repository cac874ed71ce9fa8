/** Strokes on a 16 × 16 grid, drawn for this panel. */
const PATHS = {
  check: "M3.5 8.5l3 3 6-7",
  revert: "M4 6.5h5.5a3 3 0 0 1 0 6H6M4 6.5l2.5-2.5M4 6.5L6.5 9",
  question: "M6 6.2a2 2 0 1 1 2.8 1.9c-.5.2-.8.6-.8 1.1v.3M8 11.6v.1",
  warning: "M8 3.2l5.2 9.3H2.8zM8 6.8v2.6M8 11v.1",
  layer: "M8 2.8l5.5 3L8 8.8 2.5 5.8zM2.5 8.3L8 11.3l5.5-3M2.5 10.8l5.5 3 5.5-3",
  copy: "M6 5.5h6v7H6zM4 10.5V3.5h6",
  spark: "M8 2.5l1.4 4.1 4.1 1.4-4.1 1.4L8 13.5l-1.4-4.1L2.5 8l4.1-1.4z",
  type: "M3.5 5V3.5h9V5M8 3.5v9M6 12.5h4",
  box: "M3 5.5V3h2.5M10.5 3H13v2.5M13 10.5V13h-2.5M5.5 13H3v-2.5",
  star: "M8 2.8l1.6 3.3 3.6.5-2.6 2.5.6 3.6L8 11l-3.2 1.7.6-3.6L2.8 6.6l3.6-.5z",
  close: "M4.5 4.5l7 7M11.5 4.5l-7 7",
  canvas: "M4.5 2.5v11M11.5 2.5v11M2.5 4.5h11M2.5 11.5h11",
  up: "M8 12.5v-9M4.5 7L8 3.5 11.5 7",
  down: "M8 3.5v9M4.5 9L8 12.5 11.5 9",
  history: "M3.2 6.2a5.2 5.2 0 1 1-.4 2.6M3 3.2v3h3M8 5.2v3l2 1.4",
  settings: "M3 5h6M12 5h1M3 11h1M7 11h6M10.5 3.5a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3M5.5 9.5a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
