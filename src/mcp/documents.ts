// Files of a project that are known by their names, parsed: what they say is plain data with the
// place of each value. Malformed text is told, and what could be read of it is given all the same.

import type { DocumentNode, DocumentType, ProjectDocument, SourceFile } from "../core/mod.ts";
import { parseJson, parseToml, parseYaml } from "../syntax/mod.ts";
import { instructionsOf } from "./dockerfile.ts";
import { goModPackages } from "./packages_go.ts";
import { npmLockPackages, npmPackages } from "./packages_npm.ts";
import { pythonLockPackages, pythonPackages, requirementPackages } from "./packages_python.ts";
import type { Packages } from "./packages_reading.ts";

/** All that decides what a file says; one without a place is no document. */
export type NamedText =
  & Pick<SourceFile, "kind" | "text">
  & Partial<Pick<SourceFile, "path" | "unlocked">>;

export interface ParsedDocument {
  readonly document?: ProjectDocument;
  readonly malformed?: string;
  /** What is told where there is more than was read. */
  readonly cut?: string;
}

const NAMES: readonly (readonly [RegExp, DocumentType])[] = [
  [/^package\.json$/i, "npm-manifest"],
  [
    /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/i,
    "npm-lock",
  ],
  [/^pyproject\.toml$/i, "python-project"],
  [/^(?:uv|poetry)\.lock$/i, "python-lock"],
  [/(?:^|[-_.])(?:requirements|constraints)(?:[-_.][\w.-]{1,40})?\.(?:txt|in)$/i, "requirements"],
  [/^go\.mod$/, "go-mod"],
  [/^(?:docker-|podman-)?compose(?:[-_.][\w.-]{1,60})?\.ya?ml$/i, "compose"],
  [/^\.gitlab-ci(?:[-_.][\w.-]{1,60})?\.ya?ml$/i, "gitlab-ci"],
];
const WORKFLOWS = /(?:^|\/)\.github\/workflows$/;

/** The type of a file; `undefined` where no rule about documents reads it. */
export function documentTypeOf(
  { path, kind }: Pick<SourceFile, "path" | "kind">,
): DocumentType | undefined {
  if (kind === "dockerfile") return "dockerfile";
  const { name, folder } = partsOf(path);
  if (kind === "yaml" && WORKFLOWS.test(folder)) return "github-workflow";
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The file as a document; nothing where it is none. */
export function projectDocument(file: NamedText): ParsedDocument {
  const { path, kind } = file;
  const type = path === undefined ? undefined : documentTypeOf({ path, kind });
  if (path === undefined || type === undefined) return {};
  const { name, folder } = partsOf(path);
  const { root, malformed } = rootOf(type, { name, text: file.text });
  const read = packagesOf(type, { name, text: file.text, root });
  return {
    document: {
      type,
      name,
      folder,
      text: file.text,
      ...(root && { root }),
      instructions: type === "dockerfile" ? instructionsOf(file.text) : [],
      packages: read?.packages ?? [],
      ...(file.unlocked && { unlocked: true }),
    },
    ...(malformed !== undefined && { malformed }),
    ...(read?.cut &&
      { cut: `Too many packages; only the first ${read.packages.length} were read` }),
  };
}

interface Named {
  readonly name: string;
  readonly text: string;
}

function rootOf(
  type: DocumentType,
  { name, text }: Named,
): { readonly root?: DocumentNode; readonly malformed?: string } {
  switch (type) {
    case "npm-manifest":
      return parseJson(text);
    case "npm-lock":
      return /\.json$|^bun\.lock$/i.test(name) ? parseJson(text) : {};
    case "python-project":
      return parseToml(text);
    case "compose":
    case "github-workflow":
    case "gitlab-ci":
      return parseYaml(text);
    default:
      return {};
  }
}

function packagesOf(
  type: DocumentType,
  { name, text, root }: Named & { readonly root: DocumentNode | undefined },
): Packages | undefined {
  switch (type) {
    case "npm-manifest":
      return npmPackages(root);
    case "npm-lock":
      return npmLockPackages({ name: name.toLowerCase(), text, root });
    case "python-project":
      return pythonPackages(root);
    case "python-lock":
      return pythonLockPackages(text);
    case "requirements":
      return requirementPackages(text);
    case "go-mod":
      return goModPackages(text);
    default:
      return undefined;
  }
}

function partsOf(path: string): { name: string; folder: string } {
  const slash = path.lastIndexOf("/");
  return { name: path.slice(slash + 1), folder: path.slice(0, Math.max(slash, 0)) };
}
