// Kinds of sinks that data flow knows: what a value can do harm in.

export const SINK_KINDS = [
  "shell",
  "program",
  "argument",
  "code",
  "interpreter",
  "path",
  "url",
  "sql",
  "nosql",
  "template",
  "deserialization",
  "xml",
  "redirect",
  "ldap",
  "xpath",
  "regex",
  "log",
  "header",
  "module",
  "property",
  "archive",
  "open",
  "result",
  "outgoing",
] as const;
export type SinkKind = typeof SINK_KINDS[number];
