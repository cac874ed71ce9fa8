/** Limits both sides enforce: the panel to say so early, the companion because it trusts nobody. Sizes in bytes, lengths in UTF-16 units. */
export const LIMITS = {
  /** Largest stored blob (an encoded picture). */
  blobBytes: 64 * 1024 * 1024,
  /** Largest picture after decoding, width × height. Bombs are refused from the header, before any pixel is decoded. */
  imagePixels: 50_000_000,
  /** Longest side of a picture the companion accepts. */
  imageSidePx: 16_384,
  /** Longest side Figma's `createImage` accepts (`@figma/plugin-typings`, createImage). */
  figmaImageSidePx: 4096,
  /** Instructions a person’s plugin remembers, of each kind. */
  rememberedInstructions: 30,
  /** Longest instruction accepted; the panel advises at `instructionAdvice`. */
  instructionChars: 2000,
  instructionAdvice: 100,
  /** Operations in one plan. */
  operations: 32,
  /** Areas one edit may be told to leave alone. */
  protectedAreas: 32,
  variants: 8,
  references: 4,
  /** One JSON message on the socket or one JSON body over HTTP. */
  jsonBytes: 512 * 1024,
  /** Edits in one batch, and its JSON body over HTTP. */
  batchEdits: 10_000,
  batchBytes: 16 * 1024 * 1024,
  /** Edits in a batch sent over the socket. */
  socketBatchEdits: 500,
  /** Strings whose faces are asked about at once. */
  letteringTexts: 500,
  /** A sentence of the plugin's main thread, with the names of layers and fonts in it. */
  spokenChars: 8000,
  /** Payload of one binary socket frame, without its four-byte header. */
  socketChunkBytes: 1024 * 1024,
  /** Plugin data Figma keeps per entry (100 kB, with key and plugin id counted in). */
  pluginDataBytes: 95_000,
} as const;
