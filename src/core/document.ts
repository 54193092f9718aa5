// A file that says what a project is made of, how it is built or how it is published, parsed. Its
// name decides its type; every value knows its place.

import type { Located } from "./server_def.ts";
import type { Span } from "./span.ts";

export const DOCUMENT_TYPES = [
  "npm-manifest",
  "npm-lock",
  "python-project",
  "python-lock",
  "requirements",
  "go-mod",
  "dockerfile",
  "compose",
  "github-workflow",
  "gitlab-ci",
] as const;
export type DocumentType = typeof DOCUMENT_TYPES[number];

/** A value or property of JSON, TOML or YAML. */
export interface DocumentNode {
  readonly type: "object" | "array" | "property" | "string" | "number" | "boolean" | "null";
  readonly value?: unknown;
  readonly offset: number;
  readonly length: number;
  /** Properties of an object, items of a list, key and value of a property. */
  readonly children?: readonly DocumentNode[];
  /** A string's place without its quotes, where these are other than one `"` on each side. */
  readonly inner?: Span;
}

export const ECOSYSTEMS = ["npm", "pypi", "go"] as const;
export type Ecosystem = typeof ECOSYSTEMS[number];

/** A package that a manifest asks for, or that a lock file holds. */
export interface PackageReference {
  readonly ecosystem: Ecosystem;
  readonly name: Located<string>;
  /** A version, a range, an address; empty where nothing is said. Of a lock file the version. */
  readonly asked: Located<string>;
  /** `peer`: whoever uses the project brings it. */
  readonly role: "dependency" | "development" | "peer" | "locked";
}

/** One instruction of a Dockerfile, its lines joined. */
export interface BuildInstruction {
  /** In upper case: `RUN`. */
  readonly name: string;
  /** As it stands, line ends and comments between its lines included. */
  readonly text: Located<string>;
}

export interface ProjectDocument {
  readonly type: DocumentType;
  /** The file's own name. */
  readonly name: string;
  /** Of the folder it stands in, from the project root with `/`; empty for the root. */
  readonly folder: string;
  readonly text: string;
  /** Of JSON, TOML and YAML. */
  readonly root?: DocumentNode;
  /** Of a Dockerfile, in order. */
  readonly instructions: readonly BuildInstruction[];
  readonly packages: readonly PackageReference[];
  /** Of a package.json: true where a working tree holds it and no lock file for it. */
  readonly unlocked?: true;
}

/** The value of an object's key; of equal keys the last. */
export function valueAt(
  object: DocumentNode | undefined,
  ...keys: readonly string[]
): DocumentNode | undefined {
  let at = object;
  for (const key of keys) {
    if (at?.type !== "object") return undefined;
    at = at.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
  }
  return at;
}

/** The entries of an object, its items where it is a list. */
export function entriesOf(
  node: DocumentNode | undefined,
): readonly { readonly key?: Located<string>; readonly value: DocumentNode }[] {
  const children = node?.children ?? [];
  if (node?.type === "array") return children.map((value) => ({ value }));
  if (node?.type !== "object") return [];
  return children.flatMap(({ children: pair }) => {
    const [key, value] = pair ?? [];
    return key && value ? [{ key: scalarAt(key)!, value }] : [];
  });
}

/** A string, number or boolean as a string; `undefined` for what holds others, and for nothing. */
export function scalarAt(node: DocumentNode | undefined): Located<string> | undefined {
  switch (node?.type) {
    case "string":
    case "number":
    case "boolean":
      return { value: String(node.value), span: spanAt(node) };
    default:
      return undefined;
  }
}

/** A scalar alone, or those of a list. */
export function scalarsAt(node: DocumentNode | undefined): Located<string>[] {
  const nodes = node?.type === "array" ? node.children ?? [] : node ? [node] : [];
  return nodes.flatMap((each) => scalarAt(each) ?? []);
}

/** Without the quotes of a string. */
export function spanAt({ type, offset, length, inner }: DocumentNode): Span {
  if (type !== "string" || length < 2) return { start: offset, end: offset + length };
  return inner ?? { start: offset + 1, end: offset + length - 1 };
}
