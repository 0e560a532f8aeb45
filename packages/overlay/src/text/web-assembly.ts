/** Compiled code; its bytes, or what was compiled from them elsewhere. */
export type WasmCode = Uint8Array | ArrayBuffer | CompiledWasm;

/** A `WebAssembly.Module`. Named here because Node's types do not bring it and a browser's would clash. */
export interface CompiledWasm {
  readonly [Symbol.toStringTag]: string;
}

type Imports = Record<string, Record<string, unknown>>;

interface Host {
  Module: new (bytes: Uint8Array | ArrayBuffer) => CompiledWasm;
  Instance: new (code: CompiledWasm, imports: Imports) => { exports: object };
  RuntimeError: new () => Error;
}

const host = (globalThis as unknown as { WebAssembly: Host }).WebAssembly;

/** Synchronous: meant for Node and for workers, where browsers allow it at any size. */
export function compile(code: WasmCode): CompiledWasm {
  const isBytes =
    code instanceof Uint8Array || Object.prototype.toString.call(code) === '[object ArrayBuffer]';
  return isBytes ? new host.Module(code as Uint8Array) : (code as CompiledWasm);
}

export function instantiate(code: CompiledWasm, imports: Imports): object {
  return new host.Instance(code, imports).exports;
}

/** Thrown by what a module calls in place of ending the process. */
export class WasmExit extends Error {
  constructor() {
    super('the module gave up');
    this.name = 'WasmExit';
  }
}

/** After such an error nothing inside the instance can be trusted. */
export function hasEnded(error: unknown): boolean {
  return error instanceof host.RuntimeError || error instanceof WasmExit || error instanceof RangeError;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** A zero-terminated UTF-8 string; empty for a null pointer. */
export function textAt(memory: WasmMemory, pointer: number): string {
  if (pointer === 0) return '';
  const bytes = new Uint8Array(memory.buffer, pointer);
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
}
