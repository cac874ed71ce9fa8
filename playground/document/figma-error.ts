/** Throws as Figma does: `in <method>: <message>`. A thrown error is part of the API this document imitates, so it is not a `Result`. */
export function fail(method: string, message: string): never {
  throw new Error(`in ${method}: ${message}`);
}

/** Marks what Figma has and this document has not, so that a test notices instead of passing by accident. */
export function notImplemented(what: string): never {
  throw new Error(`FigmaStrict: ${what} is not implemented`);
}
