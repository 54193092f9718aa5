// Options by which an installer is told where packages come from.

/** A second place for the same names. */
export const EXTRA_INDEX = /^--(?:extra-index-url|find-links)$/;
/** The one place. */
export const ONE_INDEX = /^--(?:index-url|default-index|index|registry|npm-registry)$/;

export function isIndexOption(option: string): boolean {
  return EXTRA_INDEX.test(option) || ONE_INDEX.test(option);
}
