// Until when something holds: a day, to its end in UTC, or a moment. The clock is an argument.

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `2027-03-01` or `2027-03-01T12:00:00Z` → when it is over, in ms of the epoch. */
export function readExpiry(text: string): number | undefined {
  const day = startOfDay(MOMENT.exec(text)?.[1] ?? text);
  if (day === undefined) return undefined;
  if (DAY.test(text)) return day + DAY_MS;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}

/** `undefined` for a day that no calendar has. */
function startOfDay(text: string): number | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (day === undefined) return undefined;
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(start).toISOString().slice(0, 10) === text ? start : undefined;
}
