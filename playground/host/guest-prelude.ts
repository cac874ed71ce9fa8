/**
 * The guest's half of the membrane, evaluated in QuickJS before the plugin. It gives the plugin what Figma gives: `figma`, `__html__`,
 * timers, `console`; nothing else is added to the bare language.
 *
 * Values cross as JSON with tags: `$h` host object, `$m` host method, `$p` promise, `$g` guest function, `$b` index of a byte array,
 * `$n` a number JSON has not, `$u` undefined, `$s` a symbol, `$e` an error to throw. Host functions take (operation, handle, name, json, ...ArrayBuffers) and
 * give JSON, or an array of JSON and ArrayBuffers.
 */
export const GUEST_PRELUDE = String.raw`
(function (host, report, print) {
  "use strict";
  const proxies = new Map(), pending = new Map(), functions = new Map(), ids = new Map(), symbols = new Map();
  const timers = new Map();
  let nextFunction = 1;

  function idOf(fn) {
    let id = ids.get(fn);
    if (id === undefined) { id = nextFunction++; ids.set(fn, id); functions.set(id, fn); }
    return id;
  }
  function encode(value, buffers) {
    if (value === undefined) return { $u: 1 };
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : { $n: String(value) };
    if (typeof value === "function") return { $g: idOf(value) };
    if (typeof value === "symbol") return { $s: value.description };
    if (value instanceof Uint8Array) {
      // The host copies: only part of a buffer needs one of its own.
      const whole = value.byteLength === value.buffer.byteLength;
      buffers.push(whole ? value.buffer : value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
      return { $b: buffers.length - 1 };
    }
    if (Array.isArray(value)) return value.map(function (v) { return encode(v, buffers); });
    const handle = ids.get(value);
    if (handle !== undefined) return { $h: handle };
    const out = {};
    for (const key of Object.keys(value)) if (value[key] !== undefined) out[key] = encode(value[key], buffers);
    return out;
  }
  function decode(value, buffers) {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return Object.freeze(value.map(function (v) { return decode(v, buffers); }));
    if ("$u" in value) return undefined;
    if ("$n" in value) return Number(value.$n);
    if ("$b" in value) return new Uint8Array(buffers[value.$b]);
    if ("$h" in value) return proxyOf(value.$h);
    if ("$g" in value) return functions.get(value.$g);
    if ("$s" in value) return symbolOf(value.$s);
    if ("$p" in value) return new Promise(function (resolve, reject) { pending.set(value.$p, { resolve, reject }); });
    const out = {};
    for (const key of Object.keys(value)) out[key] = decode(value[key], buffers);
    return Object.freeze(out);
  }
  function symbolOf(name) {
    if (!symbols.has(name)) symbols.set(name, Symbol(name));
    return symbols.get(name);
  }
  function unpack(reply) {
    return Array.isArray(reply) ? decode(JSON.parse(reply[0]), reply.slice(1)) : decode(JSON.parse(reply), []);
  }
  function call(operation, handle, name, args) {
    const buffers = [];
    const json = JSON.stringify(encode(args, buffers));
    const reply = host(operation, handle, name, json, ...buffers);
    if (typeof reply === "string" && reply.startsWith('{"$e":')) throw errorOf(JSON.parse(reply).$e);
    return reply;
  }
  function errorOf(value) {
    return new (value.name === "TypeError" ? TypeError : Error)(value.message);
  }
  function readMember(handle, name) {
    const reply = call("get", handle, name, []);
    if (reply === '{"$m":1}') return function (...args) { return unpack(call("call", handle, name, args)); };
    return unpack(reply);
  }
  function proxyOf(handle) {
    let proxy = proxies.get(handle);
    if (proxy !== undefined) return proxy;
    proxy = new Proxy(Object.create(null), {
      get: function (_, name) { return typeof name === "symbol" || name === "then" ? undefined : readMember(handle, name); },
      set: function (_, name, value) { call("set", handle, String(name), [value]); return true; },
      has: function (_, name) { return typeof name === "string" && unpack(call("has", handle, name, [])); },
    });
    proxies.set(handle, proxy);
    ids.set(proxy, handle);
    return proxy;
  }
  function describe(value) {
    if (value instanceof Error) return value.name + ": " + value.message;
    if (typeof value === "string") return value;
    try { return JSON.stringify(value); } catch (_) { return String(value); }
  }
  function describeError(error) {
    return error instanceof Error ? error.name + ": " + error.message + "\n" + error.stack : describe(error);
  }
  function watch(result) {
    if (result instanceof Promise) result.catch(function (error) { report(describeError(error)); });
  }

  const bridge = {
    invoke: function (id, packed) {
      const result = functions.get(id).apply(undefined, unpack(packed));
      watch(result);
      const buffers = [];
      return JSON.stringify(encode(result instanceof Promise ? undefined : result, buffers));
    },
    settle: function (id, ok, packed) {
      const { resolve, reject } = pending.get(id);
      pending.delete(id);
      const value = unpack(packed);
      if (ok) return resolve(value);
      reject(errorOf(value));
    },
    tick: function (id) {
      const timer = timers.get(id);
      if (timer === undefined) return;
      if (!timer.repeat) timers.delete(id);
      watch(timer.fn.apply(undefined, timer.args));
    },
  };

  function timer(repeat) {
    return function (fn, delay, ...args) {
      const id = Number(host("timer", 0, repeat ? "repeat" : "once", JSON.stringify(Number(delay) || 0)));
      timers.set(id, { fn, args, repeat });
      return id;
    };
  }
  function clear(id) {
    if (timers.delete(id)) host("clear", 0, "", JSON.stringify(id));
  }
  const console = {};
  for (const level of ["log", "info", "warn", "error", "debug"])
    console[level] = function (...args) { print(level, args.map(describe).join(" ")); };

  Object.assign(globalThis, {
    setTimeout: timer(false), setInterval: timer(true), clearTimeout: clear, clearInterval: clear, console,
    figma: proxyOf(0), __html__: unpack(host("html", 0, "", "[]")),
  });
  return bridge;
})
`;
