// What `init` looks at in a project: its languages, SDKs, client configurations and pipelines.
// Everything is read, nothing is run.

import { hasGrammar, type SourceFile } from "../../core/mod.ts";
import { clientFile } from "../../mcp/mod.ts";
import { discover, type FoundFile, projectReader, readSource } from "../../targets/mod.ts";

export interface ProjectLook {
  /** Names of languages with their files, the most first. */
  readonly languages: readonly { readonly name: string; readonly files: number }[];
  readonly sdks: readonly string[];
  /** Paths of client configurations that name servers. */
  readonly clients: readonly string[];
  readonly hasGitHub: boolean;
  readonly hasGitLab: boolean;
  readonly hasPreCommit: boolean;
}

const MAX_FILE_SIZE = 1024 * 1024;
/** Files that are looked into; a scan looks into all. */
const MAX_READ = 300;

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  python: "Python",
  javascript: "JavaScript",
  typescript: "TypeScript",
  tsx: "TypeScript",
  go: "Go",
  rust: "Rust",
  java: "Java",
  csharp: "C#",
  php: "PHP",
  ruby: "Ruby",
  notebook: "Jupyter",
};

const MANIFEST = /(?:^|\/)(?:package\.json|pyproject\.toml|requirements\.txt|go\.mod|Cargo\.toml)$/;
/** What a manifest says of an SDK. */
const SDKS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["@modelcontextprotocol/sdk", /"@modelcontextprotocol\/(?:sdk|server)"/],
  ["fastmcp", /["']fastmcp\b|^fastmcp\b/m],
  [
    "mcp (Python)",
    /["']mcp(?:\[[a-z,]{1,40}\])?(?: ?[=<>~!]|["'])|^mcp(?:\[[a-z,]{1,40}\])?[=<>~!\n]/m,
  ],
  ["go-sdk", /github\.com\/modelcontextprotocol\/go-sdk\b/],
  ["mcp-go", /github\.com\/mark3labs\/mcp-go\b/],
  ["rmcp", /^rmcp\b/m],
];

/** Looks at the project in `root`. */
export async function lookAt(root: string, cwd: string): Promise<ProjectLook> {
  const { files } = await discover([root], { cwd, root, include: [], exclude: [], ignore: true });
  const texts = await readSome(files);
  const manifests = texts.filter(({ path }) => MANIFEST.test(path));
  const read = projectReader(root);
  return {
    languages: languagesOf(files),
    sdks: SDKS.flatMap(([name, sign]) =>
      manifests.some(({ text }) => sign.test(text)) ? [name] : []
    ),
    clients: texts.flatMap((file) =>
      (clientFile(file)?.config.servers.length ?? 0) > 0 ? [file.path] : []
    ),
    hasGitHub: files.some(({ path }) => path.startsWith(".github/")),
    hasGitLab: read(".gitlab-ci.yml") !== undefined,
    hasPreCommit: read(".pre-commit-config.yaml") !== undefined,
  };
}

function languagesOf(files: readonly FoundFile[]): ProjectLook["languages"] {
  const counts = new Map<string, number>();
  for (const { kind } of files) {
    if (kind === undefined || !(hasGrammar(kind) || kind === "notebook")) continue;
    const name = LANGUAGE_NAMES[kind]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, files]) => ({ name, files })).sort((a, b) => b.files - a.files);
}

/** Manifests, and what may be a client's configuration. */
async function readSome(files: readonly FoundFile[]): Promise<SourceFile[]> {
  const texts: SourceFile[] = [];
  const wanted = files.filter(({ path, kind }) =>
    MANIFEST.test(path) || kind === "json" || kind === "toml"
  );
  for (const file of wanted.slice(0, MAX_READ)) {
    const result = await readSource(file, { maxFileSize: MAX_FILE_SIZE });
    if (result.status === "read") texts.push(result.file);
  }
  return texts;
}
