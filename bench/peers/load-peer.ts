/** Loads a package of this folder's own package.json; its absence is said with the command that installs it. */
export async function loadPeer<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (cause) {
    throw new Error(`${name} is not installed: npm ci --prefix bench/peers --ignore-scripts`, { cause });
  }
}
