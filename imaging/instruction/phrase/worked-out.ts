import { datesMoved } from "./dates-moved.ts";
import { priceOff } from "./price-off.ts";

/** Orders that leave a sum to be done, done: "10% off the $1,299" and 把"3月3日"推迟一周 name the new wording. */
export const workedOut = (instruction: string): string => (/\d/.test(instruction) ? datesMoved(priceOff(instruction)) : instruction);
