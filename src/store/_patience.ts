// A database waits without limit for another process that holds its lock; a scan does not.

/** What the store is given up for when it takes too long. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

/** The promise's outcome, or `TookTooLong` after `milliseconds`; the promise itself goes on. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TookTooLong("another process holds it, or the disk is too slow")),
      milliseconds,
    );
  });
  // Its own failure after that time concerns nobody.
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 200;

/**
 * Tries a few times: processes that open or write one store at the same moment are in each other's
 * way, and the database says so at once. What took too long is not tried again.
 */
export async function again<T>(tries: number, work: () => Promise<T>): Promise<T> {
  let wait = FIRST_WAIT_MS;
  for (let left = tries - 1;; left--) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TookTooLong || left <= 0) throw error;
      // Not all after the same time.
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
}
