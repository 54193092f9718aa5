// Whether what an expression of known atoms accepts can climb out of a folder: two dots side by
// side, or a slash in front. One pass over the source; each part says only what its ends can be.

/** Of the texts that a part of an expression accepts. */
interface Part {
  readonly isEmpty: boolean;
  readonly firstDot: boolean;
  readonly lastDot: boolean;
  readonly firstSlash: boolean;
  readonly climbs: boolean;
}

const EMPTY: Part = {
  isEmpty: true,
  firstDot: false,
  lastDot: false,
  firstSlash: false,
  climbs: false,
};
const DEEPEST = 40;

export interface Shape {
  /** Some text has two dots side by side. */
  readonly climbs: boolean;
  readonly startsWithDot: boolean;
  /** Some text begins with a slash. */
  readonly isAbsolute: boolean;
}

/** `undefined` where it is not read to its end. */
export function shapeOf(body: string): Shape | undefined {
  const reader = new Reader(body);
  const part = reader.choice(0);
  if (!part || !reader.isDone) return undefined;
  return { climbs: part.climbs, startsWithDot: part.firstDot, isAbsolute: part.firstSlash };
}

class Reader {
  readonly #body: string;
  #at = 0;

  constructor(body: string) {
    this.#body = body;
  }

  get isDone(): boolean {
    return this.#at === this.#body.length;
  }

  choice(depth: number): Part | undefined {
    if (depth > DEEPEST) return undefined;
    let all: Part | undefined;
    do {
      const next = this.#sequence(depth);
      if (!next) return undefined;
      all = all ? either(all, next) : next;
    } while (this.#take("|"));
    return all;
  }

  #sequence(depth: number): Part | undefined {
    let all = EMPTY;
    while (!this.isDone && !/[|)]/.test(this.#body[this.#at]!)) {
      const atom = this.#atom(depth);
      if (!atom) return undefined;
      all = joined(all, this.#quantified(atom));
    }
    return all;
  }

  #atom(depth: number): Part | undefined {
    if (this.#take("(")) {
      this.#take("?:");
      const inner = this.choice(depth + 1);
      return this.#take(")") ? inner : undefined;
    }
    const [atom] = /^(?:\\.|\[(?:\\.|[^\]\\]){1,200}\]|[^?*+{}])/s.exec(
      this.#body.slice(this.#at, this.#at + 300),
    ) ?? [];
    if (atom === undefined) return undefined;
    this.#at += atom.length;
    const known = atom.replace(/\\[wd]|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]/g, "");
    // A range of other units may hold anything.
    const isRange = /[^[\\]-[^\]]/.test(known);
    const dot = isRange || known.includes(".");
    return {
      isEmpty: false,
      firstDot: dot,
      lastDot: dot,
      firstSlash: isRange || known.includes("/"),
      climbs: false,
    };
  }

  #quantified(atom: Part): Part {
    const [sign, least, more, most] = /^(?:[*+?]|\{(\d{1,9})(,)?(\d{1,9})?\})\??/.exec(
      this.#body.slice(this.#at, this.#at + 24),
    ) ?? [];
    if (sign === undefined) return atom;
    this.#at += sign.length;
    const isEmpty = atom.isEmpty || /^[*?]/.test(sign) || Number(least) === 0;
    const isOnce = sign.startsWith("?") || Number(most ?? (more ? 2 : least)) <= 1;
    const climbs = atom.climbs || !isOnce && atom.lastDot && atom.firstDot;
    return { ...atom, isEmpty, climbs };
  }

  #take(text: string): boolean {
    if (!this.#body.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

function joined(a: Part, b: Part): Part {
  return {
    isEmpty: a.isEmpty && b.isEmpty,
    firstDot: a.firstDot || a.isEmpty && b.firstDot,
    lastDot: b.lastDot || b.isEmpty && a.lastDot,
    firstSlash: a.firstSlash || a.isEmpty && b.firstSlash,
    climbs: a.climbs || b.climbs || a.lastDot && b.firstDot,
  };
}

function either(a: Part, b: Part): Part {
  return {
    isEmpty: a.isEmpty || b.isEmpty,
    firstDot: a.firstDot || b.firstDot,
    lastDot: a.lastDot || b.lastDot,
    firstSlash: a.firstSlash || b.firstSlash,
    climbs: a.climbs || b.climbs,
  };
}
