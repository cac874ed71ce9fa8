/** A string as recognition can tell it: without spaces, letter case, or the width of a character (`￥` is `¥`). */
export const plainReading = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Whether a reading says the wanted words. */
export const sameReading = (wanted: string, read: string): boolean => plainReading(wanted) === plainReading(read);
