/** Loads once on first use and shares the promise; a rejected load is forgotten, so that the next call tries again. */
export interface MemoizedAsync<T> {
  (): Promise<T>;
  /** What has been asked for so far, without loading. */
  current(): Promise<T> | undefined;
}

export function memoizeAsync<T>(load: () => Promise<T>): MemoizedAsync<T> {
  let kept: Promise<T> | undefined;
  const get = (): Promise<T> => {
    kept ??= load().catch((reason: unknown) => {
      kept = undefined;
      throw reason;
    });
    return kept;
  };
  return Object.assign(get, { current: () => kept });
}
