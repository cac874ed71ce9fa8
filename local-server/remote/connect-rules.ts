import { lookup as resolveName } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPrivateAddress } from "./result-url.ts";

/**
 * Name lookup for a connection to the outside. Every address is checked where it is used, so an answer that changes between check and
 * use is caught. Addresses written as numbers never come here: whoever connects refuses them by their spelling.
 */
export const publicLookup =
  (resolve: typeof resolveName): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (cause, addresses) => {
      if (cause !== null) return done(cause, "", 0);
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address)))
        return done(new Error("private address"), "", 0);
      if (options.all === true) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };

/** With the names of this machine's own resolver. */
export const publicOnly: LookupFunction = publicLookup(resolveName);
