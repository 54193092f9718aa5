// Sizes, durations and shares: from what a person writes to a number.

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  gib: 1024 ** 3,
};

/** What fits into one string with room to spare. */
const LARGEST = 256 * 1024 ** 2;

/** `500k`, `10 MiB`, `1048576` → bytes. */
export function readSize(given: string): number | undefined {
  const [, number, unit] = /^(\d{1,15}(?:\.\d{1,6})?) ?([a-z]{0,3})$/i.exec(given.trim()) ?? [];
  const factor = UNITS[(unit ?? "").toLowerCase()];
  const bytes = Math.floor(Number(number) * (factor ?? NaN));
  return bytes >= 1 && bytes <= LARGEST ? bytes : undefined;
}

const TIMES: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const LONGEST = 3650 * TIMES["d"]!;

/** `90s`, `30m`, `24h`, `7d` → milliseconds. */
export function readDuration(given: string): number | undefined {
  const [, number, unit] = /^(\d{1,9}) ?([smhd])$/i.exec(given.trim()) ?? [];
  const duration = Number(number) * (TIMES[(unit ?? "").toLowerCase()] ?? NaN);
  return duration >= 1 && duration <= LONGEST ? duration : undefined;
}

/** `95`, `99.5`, `95%` → percent. */
export function readPercent(given: string): number | undefined {
  const [, number] = /^(\d{1,3}(?:\.\d{1,4})?) ?%?$/.exec(given.trim()) ?? [];
  const percent = Number(number);
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

/** Bytes as `readSize` reads them. */
export function sizeText(bytes: number): string {
  return shortest(bytes, [["GiB", 1024 ** 3], ["MiB", 1024 ** 2], ["KiB", 1024]]);
}

/** Milliseconds as `readDuration` reads them. */
export function durationText(duration: number): string {
  return shortest(duration, [["h", TIMES["h"]!], ["m", TIMES["m"]!], ["s", TIMES["s"]!]]);
}

function shortest(number: number, units: readonly (readonly [string, number])[]): string {
  const [unit = "", factor = 1] = units.find(([, factor]) => number % factor === 0) ?? [];
  return `${number / factor}${unit}`;
}
