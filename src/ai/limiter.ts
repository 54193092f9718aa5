// How many run at once; the others wait in the order in which they came.

export interface Limiter {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createLimiter(places: number): Limiter {
  let free = places;
  const queue: (() => void)[] = [];
  return {
    async run(work) {
      if (free > 0) free--;
      else await new Promise<void>((go) => queue.push(go));
      try {
        return await work();
      } finally {
        // The place goes over to the next without being free in between.
        const next = queue.shift();
        if (next === undefined) free++;
        else next();
      }
    },
  };
}
