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

/**
 * Where a value comes from: a model's argument of a tool, a client's request, another server, a
 * page whose address was sent, a file, the environment, a secret in it, or a parameter of a function that nothing in the target
 * calls.
 */
export const FLOW_SOURCES = [
  "tool",
  "request",
  "remote",
  "page",
  "file",
  "environment",
  "secret",
  "parameter",
] as const;
export type FlowSource = typeof FLOW_SOURCES[number];

/** Sinks at which a parameter counts that nobody in the target gives. */
export const LIKELY_SINKS: ReadonlySet<SinkKind> = new Set([
  "shell",
  "code",
  "deserialization",
  "interpreter",
  "template",
  "sql",
]);

/** Sinks at which what a file, a variable or another server says counts. */
export const SECOND_ORDER_SINKS: ReadonlySet<SinkKind> = new Set([
  "shell",
  "code",
  "interpreter",
  "deserialization",
]);
