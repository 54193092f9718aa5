// The rules over sensitive files: one matcher and one table of paths, told apart by what the file
// holds. Their examples are made of the paths that each is about.

import {
  type Example,
  LANGUAGES,
  type Match,
  type Rule,
  type RuleInfo,
  type SyntaxVisit,
} from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { keywordOf } from "./path_match.ts";
import type { SensitiveRuleId } from "./sensitive_groups.ts";
import { SENSITIVE_PATHS } from "./sensitive_paths.ts";
import { accessAt } from "./sensitive_use.ts";

interface Words {
  readonly id: SensitiveRuleId;
  readonly title: string;
  readonly why: string;
  readonly fix?: string;
  /** Parts of a path below the home folder, of which the examples are made. */
  readonly path: readonly [string, ...string[]];
  readonly cwe?: RuleInfo["cwe"];
  readonly atlas?: RuleInfo["atlas"];
}

const RULES: readonly Words[] = [
  {
    id: "browser-data-access",
    title: "Access to a browser's logins, cookies or history",
    why: "Cookies open every account the user is signed in to, without a password or a second " +
      "factor; saved logins open the rest.",
    path: [".config", "google-chrome", "Default", "Login Data"],
  },
  {
    id: "client-config-access",
    title: "Access to an agent's account or configuration",
    why: "The configuration of a client holds the keys of every other server, and its tokens the " +
      "account of the user: one server takes over what all of them may do.",
    path: [".claude", ".credentials.json"],
    atlas: ["AML.T0083", "AML.T0037"],
  },
  {
    id: "cloud-credentials-access",
    title: "Access to cloud credentials",
    why:
      "The file of a cloud's command line holds long-lived keys, often an administrator's: who " +
      "reads it has the account.",
    fix: "Use the provider's SDK, which finds credentials itself, with a role made for the server.",
    path: [".aws", "credentials"],
  },
  {
    id: "cluster-credentials-access",
    title: "Access to cluster or registry credentials",
    why: "They open clusters, private images and the right to publish packages: a server that " +
      "reads them can hand on the means of a supply chain attack.",
    path: [".docker", "config.json"],
  },
  {
    id: "password-manager-access",
    title: "Access to a password manager's store",
    why: "The store holds every password of the user; taken away, it can be attacked at leisure.",
    path: [".password-store", "mail.gpg"],
  },
  {
    id: "private-key-access",
    title: "Access to a private key",
    why: "A private key signs and logs in as its owner wherever it is trusted; handed to the " +
      "model, it is in the hands of whoever steers the model.",
    fix: "Let ssh-agent or gpg-agent use the key; a server need never read it.",
    path: [".ssh", "id_ed25519"],
  },
  {
    id: "shell-history-access",
    title: "Access to a shell's history",
    why:
      "Histories hold passwords and tokens typed in commands, and a map of the hosts and files " +
      "the user works with.",
    path: [".bash_history"],
  },
  {
    id: "stored-password-access",
    title: "Access to stored passwords",
    why:
      "These files hold passwords and tokens in the clear, or hashes of them that can be tried " +
      "out elsewhere.",
    path: [".git-credentials"],
  },
  {
    id: "wallet-access",
    title: "Access to a cryptocurrency wallet",
    why: "Whoever has the key files has the money, and no bank takes a payment back.",
    path: [".config", "solana", "id.json"],
  },
];

function visitOf(id: SensitiveRuleId, nodes: readonly string[]): SyntaxVisit<SyntaxTree> {
  const paths = SENSITIVE_PATHS.filter(({ rule }) => rule === id);
  return {
    keywords: [...new Set(paths.map(keywordOf))],
    nodes,
    where(tree: SyntaxTree, node: NodeId): Match | undefined {
      const access = accessAt(tree, node);
      if (access?.rule !== id) return undefined;
      const { rule: _, ...match } = access;
      return match;
    },
  };
}

const SCRIPT_NODES = ["string", "template_string", "call_expression", "new_expression"];
const NODES = {
  python: ["string", "call", "binary_operator"],
  javascript: SCRIPT_NODES,
  typescript: SCRIPT_NODES,
  tsx: SCRIPT_NODES,
  go: ["interpreted_string_literal", "raw_string_literal", "call_expression"],
} as const;

function quoted(parts: readonly string[]): string {
  return parts.map((part) => JSON.stringify(part)).join(", ");
}

function badExamples(path: Words["path"]): readonly Example[] {
  const slashed = path.join("/");
  return [
    {
      file: "server.py",
      code: `from pathlib import Path

@mcp.tool()
def show() -> bytes:
    return (Path.home() / ${path.map((part) => JSON.stringify(part)).join(" / ")}).read_bytes()
`,
      note: "Put together by the / operator, and read",
    },
    {
      file: "server.ts",
      code: `import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
const place = join(homedir(), ${quoted(path)});
export const show = () => readFileSync(place);
`,
      note: "Joined, named, and read further down",
    },
    {
      file: "server.go",
      code: `package main

import (
	"os"
	"path/filepath"
)

func show(home string) ([]byte, error) {
	return os.ReadFile(filepath.Join(home, ${quoted(path)}))
}
`,
      note: "Joined and read in Go",
    },
    {
      file: "tool.js",
      code: `const { execSync } = require("child_process");
execSync('cat "$HOME/${slashed}" | base64');
`.replace(/"(\$HOME[^"]*)"/, slashed.includes(" ") ? "'$1'" : "$1"),
      note: "By a command",
    },
  ];
}

function goodExamples(path: Words["path"]): readonly Example[] {
  const slashed = path.join("/");
  return [
    {
      file: "server.py",
      code: `"""Never reads ~/${slashed}"""
BLOCKED_PATHS = ["~/${slashed}"]

def check(path: str) -> bool:
    # open("~/${slashed}")
    return path in BLOCKED_PATHS or path.endswith("/${slashed}")
`,
      note: "A list of files to keep out, a comparison, a comment, a docstring",
    },
    {
      file: "server.ts",
      code: `throw new Error("Could not read ~/${slashed}");
const KINDS = [${JSON.stringify(path.at(-1))}];
`,
      note: "A message that speaks of the file, and a bare name",
    },
  ];
}

export const SENSITIVE_FILE_RULES: readonly Rule<SyntaxTree>[] = RULES.map((words) => ({
  id: words.id,
  family: "sensitive-files",
  title: words.title,
  why: words.why,
  fix: words.fix ??
    "Do not read it: take the one credential the server needs from the environment, by name.",
  limits:
    "Knows the paths in its table; a path put together in another function or file, or read " +
    "from configuration, is not seen. A path that is only named weighs little.",
  severity: "high",
  confidence: "medium",
  cwe: words.cwe ?? ["CWE-522", "CWE-552"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: words.atlas ?? ["AML.T0037", "AML.T0055"],
  since: "0.1.0",
  tags: ["files"],
  matcher: {
    kind: "syntax",
    languages: Object.fromEntries(
      LANGUAGES.map((language) => [language, visitOf(words.id, NODES[language])]),
    ),
  },
  bad: badExamples(words.path).filter(({ file }) =>
    file !== "tool.js" || !words.path.some((part) => part.includes(" "))
  ),
  good: goodExamples(words.path),
}));
