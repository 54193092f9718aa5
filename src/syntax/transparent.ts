// Node kinds that stand for the expression inside them: brackets, `await`, and types put on a value.

/** In every grammar; some readers see through more. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  "parenthesized_expression",
  "await_expression",
  "await",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "type_assertion",
]);
