// The keys of an entry of `rules.paths`, with what each means.

export const PATH_KEYS = {
  path: "a glob over the whole path, or several, from the folder of the file: `*`, `?` and `**`",
  enable: "as in `rules.enable`",
  disable: "as in `rules.disable`; what these rules find here is left out, and counted",
  severity: "as in `rules.severity`",
} as const;
