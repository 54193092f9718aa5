import type { Match, Rule, SyntaxVisit } from "../../core/mod.ts";
import {
  bindingOf,
  fullName,
  isStringLiteral,
  type NodeId,
  type SyntaxTree,
} from "../../syntax/mod.ts";
import { joinedParts, pathText } from "./path_text.ts";
import { SENSITIVE_KEYWORDS, SENSITIVE_PATHS, type SensitivePath } from "./sensitive_paths.ts";

const READERS = new Set([
  "open",
  "io.open",
  "os.open",
  "codecs.open",
  "aiofiles.open",
  "shutil.copy",
  "shutil.copyfile",
  "fs.readFile",
  "fs.readFileSync",
  "fs.createReadStream",
  "fs.copyFile",
  "fs.copyFileSync",
  "fs.open",
  "fs.openSync",
  "fs/promises.readFile",
  "fs/promises.open",
  "fs.promises.readFile",
  "Deno.readTextFile",
  "Deno.readTextFileSync",
  "Deno.readFile",
  "Deno.readFileSync",
  "Bun.file",
  "os.Open",
  "os.ReadFile",
  "io/ioutil.ReadFile",
]);

const READ_METHODS = new Set(["read_text", "read_bytes", "open"]);

/** A name that says the list is there to keep these files from being read. */
const GUARD_NAME =
  /deny|denied|block|forbid|forbidden|sensitive|protect|exclud|ignore|restrict|danger|unsafe|banned|skip|redact|disallow|secret_?pattern/i;

const CALLS = new Set(["call", "call_expression"]);
const NAMED = new Set([
  "assignment",
  "variable_declarator",
  "pair",
  "var_spec",
  "short_var_declaration",
  "const_spec",
  "public_field_definition",
  "keyed_element",
  "keyword_argument",
]);
const STATEMENT_ENDS = new Set(["block", "statement_block", "module", "program", "source_file"]);

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  return CALLS.has(tree.kind(node)) && isRead(tree, node)
    ? readOfNamed(tree, node) ?? pathItself(tree, node)
    : pathItself(tree, node);
}

/** A read of a path that was put together elsewhere in the file and given a name. */
function readOfNamed(tree: SyntaxTree, call: NodeId): Match | undefined {
  const list = tree.child(call, "arguments");
  const argument = list === undefined ? undefined : tree.firstChild(list);
  if (argument === undefined || tree.kind(argument) !== "identifier") return undefined;
  const binding = bindingOf(tree, argument, tree.textOf(argument));
  if (binding?.kind !== "value") return undefined;
  for (const value of binding.nodes) {
    const sensitive = sensitivePath(tree, value);
    if (!sensitive) continue;
    return {
      span: tree.span(value),
      message: `The code reads ${sensitive.what}`,
      severity: sensitive.severity,
      confidence: "high",
      related: [{ span: tree.span(call), message: "Read here" }],
    };
  }
  return undefined;
}

function pathItself(tree: SyntaxTree, node: NodeId): Match | undefined {
  const sensitive = sensitivePath(tree, node);
  if (!sensitive) return undefined;
  const use = useOf(tree, node);
  if (use === "guarded" || use === "documented") return undefined;
  // A bare name may be anything: a kind of file, a key of a table.
  if (use === "named" && !pathText(tree, node).includes("/")) return undefined;
  if (use === "read") {
    return {
      span: tree.span(node),
      message: `The code reads ${sensitive.what}`,
      severity: sensitive.severity,
      confidence: "high",
    };
  }
  return {
    span: tree.span(node),
    message: `The code names a file with ${sensitive.what}`,
    severity: sensitive.severity === "high" ? "medium" : "low",
    confidence: "low",
  };
}

function sensitivePath(tree: SyntaxTree, node: NodeId): SensitivePath | undefined {
  if (!isStringLiteral(tree, node) && !joinedParts(tree, node)) return undefined;
  const path = pathText(tree, node);
  return SENSITIVE_PATHS.find(({ pattern }) => pattern.test(path));
}

/** Expressions around a path that are looked at for what is done with it. */
const MAX_LEVELS = 40;

type Use = "read" | "named" | "guarded" | "documented";

/** What the code around an expression does with it, up to the statement it stands in. */
function useOf(tree: SyntaxTree, node: NodeId): Use {
  let use: Use = "named";
  let at: NodeId | undefined = node;
  for (let level = 0; at !== undefined && level < MAX_LEVELS; level++) {
    if (STATEMENT_ENDS.has(tree.kind(at))) break;
    const kind = tree.kind(at);
    if (kind === "expression_statement" && isStringLiteral(tree, tree.firstChild(at) ?? 0)) {
      return "documented";
    }
    if (NAMED.has(kind) && GUARD_NAME.test(tree.textOf(tree.firstChild(at) ?? at))) {
      return "guarded";
    }
    if (CALLS.has(kind) && isRead(tree, at)) use = "read";
    at = tree.parent(at);
  }
  return use;
}

function isRead(tree: SyntaxTree, call: NodeId): boolean {
  const callee = tree.child(call, "function");
  if (callee === undefined) return false;
  if (READERS.has(fullName(tree, callee) ?? "")) return true;
  const member = tree.child(callee, "attribute");
  return member !== undefined && READ_METHODS.has(tree.textOf(member));
}

function visit(nodes: readonly string[]): SyntaxVisit<SyntaxTree> {
  return { keywords: SENSITIVE_KEYWORDS, nodes, where };
}

const SCRIPT_NODES = ["string", "template_string", "call_expression"];

export default {
  id: "sensitive-file-access",
  family: "sensitive-files",
  title: "Access to a file with credentials",
  why: "A server that reads keys, cloud credentials or a browser's logins can hand them to the " +
    "model, and with it to whoever steers the model.",
  fix: "Do not read it: take the one credential the server needs from the environment, by name.",
  limits:
    "Knows the paths in its table; a path put together in another function or file, or read " +
    "from configuration, is not seen.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-552", "CWE-522"],
  owasp: ["MCP01:2025", "LLM02:2026", "ASI03:2026"],
  atlas: ["AML.T0037", "AML.T0055"],
  since: "0.1.0",
  tags: ["files"],
  matcher: {
    kind: "syntax",
    languages: {
      python: visit(["string", "call", "binary_operator"]),
      javascript: visit(SCRIPT_NODES),
      typescript: visit(SCRIPT_NODES),
      tsx: visit(SCRIPT_NODES),
      go: visit(["interpreted_string_literal", "raw_string_literal", "call_expression"]),
    },
  },
  bad: [
    {
      file: "server.py",
      code: `import os
from pathlib import Path

def keys(home):
    with open(os.path.join(home, ".ssh", "id_rsa")) as key:
        return key.read() + (Path.home() / ".aws" / "credentials").read_text()
`,
      note: "Paths put together by a join and by the / operator",
    },
    {
      file: "server.ts",
      code: `import { readFileSync } from "node:fs";
import path from "node:path";
import os from "node:os";
const key = readFileSync(path.join(os.homedir(), ".ssh", "id_ed25519"), "utf8");
`,
      note: "The home folder's SSH key",
    },
    {
      file: "server.go",
      code: `package main

import (
	"os"
	"path/filepath"
)

func kube(home string) ([]byte, error) {
	return os.ReadFile(filepath.Join(home, ".kube", "config"))
}
`,
      note: "Cluster credentials",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `"""Never reads ~/.ssh/id_rsa."""
BLOCKED_PATHS = ["~/.ssh/id_rsa", "~/.aws/credentials"]

def load():
    # open("~/.ssh/id_rsa")
    return open("settings.json").read()
`,
      note: "A list of files to keep out, a comment, a docstring",
    },
    {
      file: "server.ts",
      code: `throw new Error("Could not read ~/.ssh/id_rsa: permission denied");
const INI_FILES = [".npmrc", ".netrc"];
`,
      note: "A message that speaks of the file, and bare names",
    },
  ],
} satisfies Rule<SyntaxTree>;
