/** Before and behind an English order that is the whole instruction: greetings, politeness and the full stop. Sources of patterns. */
export const ORDER_BEGINS = "^\\s*(?:(?:please|pls|can you|could you|just|hi,?|hey,?)\\s+)*";
export const ORDER_ENDS = "\\s*(?:,?\\s*(?:please|pls|thanks))?\\s*[.!]?\\s*$";
