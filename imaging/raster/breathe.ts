/** Lets the event loop turn, so that a cancel can arrive in the middle of a long computation; throws the signal's reason once aborted. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resume) => setTimeout(resume, 0));
  signal?.throwIfAborted();
}
