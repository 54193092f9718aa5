// What a lowering may take of one file, counted in nodes made, so that no file decides by its depth
// or size how long a scan takes.

/** Nodes of the small tree that one file may give. Code gives about one for 8 units of text. */
const MAX_NODES = 400_000;
/** Expressions and statements inside one another; recursion stops here, and says so. */
const MAX_DEPTH = 200;

export class Budget {
  #left = MAX_NODES;
  #depth = 0;
  /** True once anything was left out. */
  cut = false;

  /** Runs `make` one level deeper; `fallback` where the file has no more nodes or levels left. */
  node<T>(make: () => T, fallback: () => T): T {
    if (this.#left <= 0 || this.#depth >= MAX_DEPTH) {
      this.cut = true;
      return fallback();
    }
    this.#left--;
    this.#depth++;
    try {
      return make();
    } finally {
      this.#depth--;
    }
  }
}
