// A provider that fails again and again is left alone for a while; then one request tries it.

/** Requests that fail one after the other. */
export const FAILURES_TO_OPEN = 5;
export const REST_MS = 30_000;

export interface Breaker {
  /** Whether a request may go now; where it rests over, the first who asks is the one to try. */
  mayAsk(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
  /** Nothing was asked after all. */
  released(): void;
}

export function createBreaker(): Breaker {
  let failures = 0;
  let restsUntil = -Infinity;
  let isTrying = false;
  return {
    mayAsk(now) {
      if (failures < FAILURES_TO_OPEN) return true;
      if (now < restsUntil || isTrying) return false;
      return isTrying = true;
    },
    succeeded() {
      failures = 0;
      isTrying = false;
    },
    failed(now) {
      failures++;
      isTrying = false;
      if (failures >= FAILURES_TO_OPEN) restsUntil = now + REST_MS;
    },
    released() {
      isTrying = false;
    },
  };
}
