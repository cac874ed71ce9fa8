/** The buffers under all byte arrays of a message, each once: what can be handed over instead of copied. */
export function buffersIn(message: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(message)) found.add(message.buffer as ArrayBuffer);
  else if (typeof message === "object" && message !== null) for (const part of Object.values(message)) buffersIn(part, found);
  return [...found];
}
