// Asks, and throws.
import { isInside } from "./paths.js";

export function ensureInside(file: string): void {
  if (!isInside(file)) {
    throw new Error("Outside of the folder");
  }
}
