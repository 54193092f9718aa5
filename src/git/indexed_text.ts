// A file as it is staged, where the working tree holds another text.

import { gitFailed, runGit } from "./_run.ts";
import type { ChangedFiles } from "./changed_files.ts";

/** The bytes of `blob` as they are stored; undefined where they are more than `limit`. */
export async function indexedText(
  { git }: ChangedFiles,
  { blob, limit }: { readonly blob: string; readonly limit: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const { code, words } = await runGit(git, ["cat-file", "blob", blob], (piece) => {
    size += piece.length;
    pieces.push(piece);
    return size <= limit;
  });
  if (size > limit) return undefined;
  if (code !== 0) throw gitFailed("cat-file", words);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
