// Asks, and forgets the answer.
import { isInside } from "./paths.js";

export function ensureInside(file: string): boolean {
  return isInside(file);
}
