// One writer at a time. The lock is the system's own, which ends with its process, however that
// ends: a file that a killed process left behind holds nobody up. It is taken away while it is
// held, so whoever gets it looks whether it still stands there.

/** Another process holds the lock for longer than there is patience. */
export class Locked extends Error {
  override readonly name = "Locked";
}

const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 100;

/**
 * Runs `work` while no other process has the lock `path`; throws `Locked` where it stays with
 * another. Where no lock can be made nothing can be written: `work` runs, and meets the reason.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { patience = PATIENCE_MS }: { readonly patience?: number } = {},
): Promise<T> {
  const file = await held(path, patience);
  if (!file) return await work();
  try {
    return await work();
  } finally {
    try {
      Deno.removeSync(path);
    } catch {
      // Windows keeps it while another process waits for it; it does no harm.
    }
    file.close();
  }
}

async function held(path: string, patience: number): Promise<Deno.FsFile | undefined> {
  let wait = FIRST_WAIT_MS;
  for (let left = patience;;) {
    const file = opened(path);
    if (!file) return undefined;
    if (tryToLock(file) && stillStands(path, file)) return file;
    file.close();
    if (left <= 0) throw new Locked("another process is writing it");
    // Not all after the same time.
    const pause = wait * (0.5 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, pause));
    left -= pause;
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

function opened(path: string): Deno.FsFile | undefined {
  const isAllowed = (["read", "write"] as const).every((name) =>
    Deno.permissions.querySync({ name, path }).state === "granted"
  );
  if (!isAllowed) return undefined;
  try {
    return Deno.openSync(path, { read: true, write: true, create: true });
  } catch {
    return undefined;
  }
}

function tryToLock(file: Deno.FsFile): boolean {
  try {
    return file.tryLockSync(true);
  } catch {
    // A file system without locks, of a network say: writes are whole there too.
    return true;
  }
}

function stillStands(path: string, file: Deno.FsFile): boolean {
  try {
    return Deno.statSync(path).ino === file.statSync().ino;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
