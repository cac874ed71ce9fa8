/** What the panel's elements become in its bundle (`scripts/build/bundle-panel.ts`). */
export { Fragment as emendFragment, h as emendElement } from "preact";
