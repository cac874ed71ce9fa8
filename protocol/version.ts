/** Version of the wire contract between panel and companion. Peers of different versions refuse each other with `protocol_mismatch`. */
export const PROTOCOL_VERSION = 1;

/** First value of `Sec-WebSocket-Protocol`; the second one is the token. */
export const SOCKET_PROTOCOL = "emend.v1";

/** Ports the companion tries in order and the panel searches in order; the manifest lists exactly these. */
export const COMPANION_PORTS = [17320, 17321, 17322] as const;
