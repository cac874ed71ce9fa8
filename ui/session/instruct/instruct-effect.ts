/** A newer plan replaces an older one that has not been answered. */
export interface InstructEffect {
  readonly type: "instruct.plan";
  readonly instruction: string;
  readonly delayMs: number;
}
