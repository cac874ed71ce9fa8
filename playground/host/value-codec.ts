/** JSON for the membrane and the byte arrays it refers to by index; who receives them copies them at once, before anything else runs. */
export interface Packed {
  readonly json: string;
  readonly buffers: readonly ArrayBuffer[];
}

type GuestFunction = (...args: readonly unknown[]) => unknown;

export interface CodecPorts {
  /** Calls a function of the guest. */
  invoke(functionId: number, args: readonly unknown[]): unknown;
  /** Announces a promise: its outcome will be delivered under the id. */
  promise(outcome: Promise<unknown>): number;
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? buffer : new Uint8Array(bytes).buffer;
};

/** Objects with behaviour cross as handles, data as copies. Nodes have no prototype; other API objects carry functions. */
const hasBehaviour = (value: object): boolean =>
  Object.getPrototypeOf(value) === null || Object.values(value).some((v) => typeof v === "function");

/** The host's half of the membrane's value language; see `GUEST_PRELUDE` for the tags. */
export class ValueCodec {
  readonly #ports: CodecPorts;
  readonly #objects: object[] = [];
  readonly #handles = new Map<object, number>();
  readonly #functions = new Map<number, GuestFunction>();
  readonly #symbols = new Map<string, symbol>();

  /** `root` gets handle 0. */
  constructor(root: object, ports: CodecPorts) {
    this.#ports = ports;
    this.#handleOf(root);
  }

  object(handle: number): object {
    const object = this.#objects[handle];
    if (object === undefined) throw new Error(`membrane: no object ${handle}`);
    return object;
  }

  pack(value: unknown): Packed {
    const buffers: ArrayBuffer[] = [];
    return { json: JSON.stringify(this.#encode(value, buffers)), buffers };
  }

  unpack({ json, buffers }: Packed): unknown {
    return this.#decode(JSON.parse(json), buffers);
  }

  #handleOf(object: object): number {
    const known = this.#handles.get(object);
    if (known !== undefined) return known;
    const handle = this.#objects.push(object) - 1;
    this.#handles.set(object, handle);
    return handle;
  }

  #encode(value: unknown, buffers: ArrayBuffer[]): unknown {
    if (value === undefined) return { $u: 1 };
    if (typeof value === "function") return { $m: 1 };
    if (typeof value === "number" && !Number.isFinite(value)) return { $n: String(value) };
    if (typeof value === "symbol") return this.#encodeSymbol(value);
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Uint8Array) return { $b: buffers.push(bufferOf(value)) - 1 };
    if (value instanceof Promise) return { $p: this.#ports.promise(value) };
    if (Array.isArray(value)) return value.map((v) => this.#encode(v, buffers));
    if (hasBehaviour(value)) return { $h: this.#handleOf(value) };
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.#encode(v, buffers)]));
  }

  #encodeSymbol(value: symbol): unknown {
    const name = value.description ?? "";
    this.#symbols.set(name, value);
    return { $s: name };
  }

  #decode(value: unknown, buffers: readonly ArrayBuffer[]): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((v) => this.#decode(v, buffers));
    const tagged = value as Record<string, unknown>;
    if ("$u" in tagged) return undefined;
    if ("$n" in tagged) return Number(tagged.$n);
    if ("$b" in tagged) return new Uint8Array(buffers[tagged.$b as number]!);
    if ("$h" in tagged) return this.object(tagged.$h as number);
    if ("$g" in tagged) return this.#functionOf(tagged.$g as number);
    if ("$s" in tagged) return this.#symbols.get(tagged.$s as string);
    return Object.fromEntries(Object.entries(tagged).map(([k, v]) => [k, this.#decode(v, buffers)]));
  }

  /** One host function for each guest function, so that `off` finds what `on` was given. */
  #functionOf(id: number): GuestFunction {
    const known = this.#functions.get(id) ?? ((...args) => this.#ports.invoke(id, args));
    this.#functions.set(id, known);
    return known;
  }
}
