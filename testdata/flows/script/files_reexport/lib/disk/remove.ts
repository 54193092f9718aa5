// Removes files and folders.
import { rmdirSync, unlinkSync } from "node:fs";

export function remove(file: string): void {
  unlinkSync(file); // expect: proven path
}

export const removeFolder = (folder: string): void => rmdirSync(folder); // expect: proven path
