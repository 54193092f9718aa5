// How long to wait before trying again.

/** Tries in all where nobody answers. */
export const MAX_TRIES = 3;
/** The longest wait that a provider can make us keep. */
export const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const BACKOFF_CAP_MS = 20_000;

/**
 * Milliseconds before try `tries + 1`: doubled each time, and spread over the upper half so that
 * many do not come back at once. `chance`: from 0 up to 1.
 */
export function backoff(tries: number, chance: number): number {
  const whole = Math.min(BACKOFF_CAP_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  return Math.round(whole / 2 + chance * whole / 2);
}

/** `Retry-After` in seconds or as a date → milliseconds; `undefined` where it is neither. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // A date of HTTP starts with the name of a day; other texts that a date parser takes are none.
  if (!/^[A-Z][a-z]{2,8}, /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
