import type { SeenCode } from "../../ports.ts";

const QR = /二维码|二維碼|\bqr\b/i;
const BARS = /条形码|条码|條碼|\bbar ?codes?\b/i;

/** Which kind of machine-readable code a person's words name, if any. */
export function codeKind(words: string): SeenCode["kind"] | undefined {
  if (QR.test(words)) return "qr";
  return BARS.test(words) ? "barcode" : undefined;
}
