/** What stands before an English noun that is known or somebody's; regular expression source over folded text. */
export const THE = "(?:the|this|that|these|those|our|my|your|his|her|its|their)";
/** A word for what was named before. */
export const IT = "(?:it|them|that|those|this|these)";
