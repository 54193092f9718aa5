// What a function does to the world outside of it, whatever it is given.

export const CAPABILITIES = [
  "runs-programs",
  "evaluates-code",
  "reads-files",
  "writes-files",
  "removes-files",
  "fetches",
  "sends",
  "queries-database",
  "changes-database",
] as const;
/**
 * `fetches` asks something of another machine, `sends` gives it something; a query that changes a
 * database is both of the last two.
 */
export type Capability = typeof CAPABILITIES[number];
