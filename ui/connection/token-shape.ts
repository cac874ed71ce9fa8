/** A subprotocol value must be an HTTP token; anything else would make the browser throw instead of connecting. */
export const isTokenShaped = (token: string): boolean => /^[A-Za-z0-9._~-]{8,200}$/.test(token);
