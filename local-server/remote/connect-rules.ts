import { lookup as resolveName } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPrivateAddress } from "./result-url.ts";

/**
 * Name lookup for a connection to the outside. Every address is checked where it is used, so an answer that changes between check and
 * use is caught. Addresses written as numbers never come here: whoever connects refuses them by their spelling.
 */
export const publicOnly: LookupFunction = (host, options, done) => {
  resolveName(host, { ...options, all: true }, (cause, addresses) => {
    if (cause !== null) return done(cause, "", 0);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return done(new Error("private address"), "", 0);
    if (options.all === true) return done(null, addresses);
    return done(null, addresses[0].address, addresses[0].family);
  });
};
