import { COLOUR } from "../../style/colour.ts";
import { END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

const SHARE = "\\d{1,3} ?% ?";

/** A colour one can see through is a colour, and how far one sees through it: "semi-transparent white", 半透明的白色. */
export const SEE_THROUGH_EN: readonly Recasting[] = [
  rule(
    `\\b(?:an? )?(?<o>(?:semi|half)[- ]?transparent|translucent|${SHARE}(?:transparent|opaque|opacity))[ -](?<c>${COLOUR})${END_EN}`,
    "$<c>, $<o>",
    /transparent|translucent|opa/u,
  ),
];
export const SEE_THROUGH_ZH: readonly Recasting[] = [
  rule(`(?<o>半透明|${SHARE}(?:不?透明度?))的?\\s*(?<c>${COLOUR})${END_ZH}`, "$<c>，$<o>", /透明/u),
];
