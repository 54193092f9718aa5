// Functions that call one another in circles. One of them is looked at while another, which it calls,
// still is, so that nothing is known of that yet; it is looked at again, once, when that is known.

export class Circles {
  /** By function, the first of those at work that it waits for. */
  readonly #waiting = new Map<number, number>();
  readonly #renewed = new Set<number>();

  /** A function is asked about while others are at work, the first of them first. */
  meet(id: number, busy: ReadonlySet<number>): void {
    const head = busy.has(id) ? id : this.#waiting.get(id);
    if (head === undefined || !busy.has(head)) return;
    const order = [...busy];
    const place = order.indexOf(head);
    for (const each of order.slice(place + 1)) {
      const known = this.#waiting.get(each);
      if (known === undefined || order.indexOf(known) > place) this.#waiting.set(each, head);
    }
  }

  /** It is known now; gives those that are to be looked at again. */
  end(id: number): readonly number[] {
    if (this.#waiting.size === 0) return [];
    const head = this.#waiting.get(id);
    const again: number[] = [];
    for (const [each, waited] of this.#waiting) {
      if (waited !== id) continue;
      if (head !== undefined) {
        this.#waiting.set(each, head);
        continue;
      }
      this.#waiting.delete(each);
      if (this.#renewed.has(each)) continue;
      this.#renewed.add(each);
      again.push(each);
    }
    return again;
  }
}
