// The one instance of tree-sitter's WASM module, in a memory of fixed size. What it holds can be
// put back to what it held before a file, so that no file leaves anything behind for the next.

import { Parser, type Tree } from "web-tree-sitter";
import { type Flattened, Flattener } from "./flatten.ts";

const MEBIBYTE = 1024 ** 2;
const PAGE = 64 * 1024;

/**
 * All that parsing may take. Two bytes a character and 60 to 200 for its nodes is what code needs;
 * only input that keeps half a dozen readings open comes near it. Pages never used cost nothing.
 */
const MEMORY = 512 * MEBIBYTE;

/** Larger than any gap between the blocks that loading leaves, so that it lies behind them all. */
const PROBE = MEBIBYTE;

/** Where a long text's memory begins, whichever grammars are loaded below; all take 4 MiB. */
const FLOOR = 8 * MEBIBYTE;

/** The module's own name for the top of its stack, which an aborted call leaves where it was. */
interface Imports {
  readonly env: { readonly __stack_pointer: WebAssembly.Global };
}

interface Heap {
  _malloc(size: number): number;
  _free(address: number): void;
}

interface Snapshot {
  readonly bytes: Uint8Array;
  readonly stackPointer: number;
}

export class Engine {
  readonly #memory: WebAssembly.Memory;
  readonly #heap: Heap;
  readonly #stackPointer: WebAssembly.Global;
  readonly #flattener: Flattener;
  #clean: Snapshot;

  private constructor(
    memory: WebAssembly.Memory,
    { heap, stackPointer }: { heap: Heap; stackPointer: WebAssembly.Global },
  ) {
    this.#memory = memory;
    this.#heap = heap;
    this.#stackPointer = stackPointer;
    this.#flattener = new Flattener(memory);
    this.#clean = this.#take();
  }

  static async start(binary: Uint8Array<ArrayBuffer>): Promise<Engine> {
    const pages = MEMORY / PAGE;
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    let stackPointer: WebAssembly.Global | undefined;
    const options = {
      wasmMemory: memory,
      instantiateWasm: (
        imports: Imports & WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) => {
        stackPointer = imports.env.__stack_pointer;
        WebAssembly.instantiate(binary, imports)
          .then(({ instance, module }) => done(instance, module));
      },
      // It says on stderr that it aborts, then throws.
      printErr: () => {},
    };
    await Parser.init(options);
    // Parser.init() makes the options its module.
    return new Engine(memory, {
      heap: options as typeof options & Heap,
      stackPointer: stackPointer!,
    });
  }

  /** Makes what the memory holds now, such as a grammar just loaded, what `restore` puts back. */
  remember(): void {
    this.#clean = this.#take();
  }

  /** Takes back all that happened since, aborted or not. What was made since must not be used. */
  restore(): void {
    new Uint8Array(this.#memory.buffer).set(this.#clean.bytes);
    this.#stackPointer.value = this.#clean.stackPointer;
  }

  /** Leaves a parse the same room, whatever came before. */
  clear(): void {
    this.restore();
    const { length } = this.#clean.bytes;
    if (length < FLOOR) this.#heap._malloc(FLOOR - length);
  }

  /** The nodes of a tree that has not been deleted. */
  flatten(tree: Tree): Flattened {
    // The library keeps the address at this place.
    return this.#flattener.flatten((tree as unknown as readonly [number])[0]);
  }

  #take(): Snapshot {
    const end = this.#heap._malloc(PROBE);
    this.#heap._free(end);
    return {
      bytes: new Uint8Array(this.#memory.buffer.slice(0, end)),
      stackPointer: this.#stackPointer.value,
    };
  }
}
