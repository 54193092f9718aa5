// The syntax room: source text to trees, names and constants. It alone knows tree-sitter.

export { type Binding } from "./binders.ts";
export { bindingOf } from "./bindings.ts";
export { fullName } from "./callee.ts";
export { constantText, type TextPiece, textPieces } from "./constant.ts";
export { hidesNames } from "./hidden_names.ts";
export { nestingDepth } from "./nesting.ts";
export { type JsonNode, jsonValue, type ParsedJson, parseJson } from "./json.ts";
export { type NotebookCode, notebookCode } from "./notebook.ts";
export { parse, type ParseBounds } from "./parse.ts";
export { isStringLiteral, type LiteralPiece, literalPieces } from "./string_literal.ts";
export { parseToml } from "./toml.ts";
export { TRANSPARENT } from "./transparent.ts";
export { type NodeId, SyntaxTree, type TreeArrays } from "./tree.ts";
export { parseYaml } from "./yaml.ts";
