/** Kinds of edit a person is asked about once: another identity, an official document, somebody else's claim to a picture. */
export const SENSITIVE_KINDS = ["identity", "document", "watermark"] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];
