// A file replaced as a whole or not at all, also where the machine stops in between.

import { dirname } from "node:path";

/** Puts `bytes` in the place of what stands at `path`, absolute; its folder must be there. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  // Not the number of the process: in a container each run has the same.
  const temporary = `${path}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = await Deno.open(temporary, { write: true, createNew: true });
    try {
      for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
      await file.sync();
    } finally {
      file.close();
    }
    await Deno.rename(temporary, path);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    throw error;
  }
  syncFolder(dirname(path));
}

/** Only then is the new name on the disk; systems that cannot do so write names at once. */
export function syncFolder(folder: string): void {
  if (Deno.permissions.querySync({ name: "read", path: folder }).state !== "granted") return;
  try {
    const opened = Deno.openSync(folder);
    try {
      opened.syncSync();
    } finally {
      opened.close();
    }
  } catch {
    // Windows opens no folders.
  }
}
