export type TextEvent =
  | { readonly type: "text.edited"; readonly index: number; readonly text: string }
  | { readonly type: "text.reverted" };
