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
