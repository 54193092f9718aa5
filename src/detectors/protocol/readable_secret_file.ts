import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, CALL_NODES, callAt, optionOf, valueOf } from "../code/calls.ts";
import { snakeCase } from "../code/made_names.ts";
import { textAt, visit } from "./settings.ts";
import { hasSign, readsIn } from "./signs.ts";

/** A path or its name that speaks of credentials. */
const SECRET =
  /(?:^|[_./\\"'\x60])(?:access_|refresh_|oauth_|auth_|api_|user_|session_|saved_)?(?:tokens?|credentials?|creds|client_secret|secrets|private_key|api_keys?|oauth_client)(?=$|[_./\\"'\x60])/;
const OTHER =
  /token_?(?:count|iz|limit|usage|bucket|map|list|budget)|max_tokens|public|example|template|schema|test|usage|count/;
/** Somebody in the file cares for rights. */
const RIGHTS = /chmod|umask|0o?[67]00|S_IRUSR|S_IRWXU|_MODE$/i;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const write = call && writeOf(call);
  if (!write) return undefined;
  const name = snakeCase(textAt(tree, write.path).slice(0, 160));
  if (!SECRET.test(name) || OTHER.test(name)) return undefined;
  const mode = write.mode === undefined
    ? undefined
    : octalOf(textAt(tree, valueOf(tree, write.mode)));
  if (write.mode !== undefined && (mode === undefined || (mode & 0o044) === 0)) return undefined;
  if (mode === undefined && (hasSign(tree, RIGHTS) || speaksOfRights(tree))) return undefined;
  return { span: tree.span(node), message: "Other users of the machine may read the credentials" };
}

const NUMBERS = /\b0o?[67]00\b/;

/** Numbers are no names, so the text is looked at. */
function speaksOfRights(tree: SyntaxTree): boolean {
  return readsIn(tree, 0, NUMBERS);
}

function octalOf(text: string): number | undefined {
  const digits = /^["']?0?o?([0-7]{3})["']?$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

interface Write {
  readonly path: NodeId;
  readonly mode: NodeId | undefined;
}

const SCRIPT_WRITES =
  /^(?:node:)?(?:fs|fs\/promises|fs\.promises)\.(?:writeFile|writeFileSync|outputFile)$|^fs-extra\.(?:writeFile|writeFileSync|writeJson|writeJSON|outputJson|outputFile)$/;

function writeOf(call: Call): Write | undefined {
  const { tree, callee, method, receiver, positional } = call;
  const [path, second, third] = positional;
  if (tree.language === "go") {
    return /^(?:os|io\/ioutil)\.WriteFile$/.test(callee) && path !== undefined &&
        third !== undefined
      ? { path, mode: third }
      : undefined;
  }
  if (tree.language !== "python") {
    return SCRIPT_WRITES.test(callee) && path !== undefined
      ? { path, mode: optionOf(call, "mode") }
      : undefined;
  }
  if (callee === "open") {
    const isWrite = second !== undefined && /^["']w/.test(textAt(tree, second));
    return isWrite && path !== undefined ? { path, mode: undefined } : undefined;
  }
  return /^write_(?:text|bytes)$/.test(method) && receiver !== undefined
    ? { path: receiver, mode: undefined }
    : undefined;
}

const SCRIPT = ["writeFile", "writeJson", "writeJSON", "outputJson", "outputFile"];

export default {
  id: "readable-secret-file",
  family: "server-hygiene",
  title: "Credentials in a file that others may read",
  why: "Unless told otherwise, systems let every user of the machine read a new file: another " +
    "account, a backup or a container that shares the folder has the token.",
  fix:
    "Make it with rights for the owner alone (`mode: 0o600`, `os.open(path, flags, 0o600)`), or " +
    "use the system's keychain.",
  limits:
    "Goes by the name of the file; a folder that only the owner enters protects it as well, " +
    "and is not seen.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-732", "CWE-312"],
  owasp: ["MCP01:2025", "ASI03:2026"],
  atlas: ["AML.T0055"],
  since: "0.1.0",
  tags: ["files", "secrets"],
  matcher: visit(
    {
      python: ["open(", "write_text", "write_bytes"],
      javascript: SCRIPT,
      typescript: SCRIPT,
      tsx: SCRIPT,
      go: ["WriteFile"],
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "auth.py",
      code: `def keep(credentials) -> None:
    with open("token.json", "w") as file:
        file.write(credentials.to_json())
`,
      note: "A token, for all to read",
    },
    {
      file: "auth.ts",
      code: `import fs from "node:fs/promises";
export const keep = (tokens) => fs.writeFile(CREDENTIALS_PATH, JSON.stringify(tokens));
`,
      note: "Known by the path's name",
    },
    {
      file: "auth.go",
      code: `package auth

import "os"

func keep(data []byte) error { return os.WriteFile(tokenPath, data, 0o644) }
`,
      note: "Rights that let all read",
    },
  ],
  good: [
    {
      file: "auth.py",
      code: `import os

def keep(credentials) -> None:
    with open("token.json", "w") as file:
        file.write(credentials.to_json())
    os.chmod("token.json", 0o600)
`,
      note: "For the owner alone",
    },
    {
      file: "auth.ts",
      code: `import fs from "node:fs/promises";
export const keep = (tokens) => fs.writeFile(TOKENS, JSON.stringify(tokens), { mode: 0o600 });
export const count = (n) => fs.writeFile("token-count.json", JSON.stringify({ maxTokens: n }));
`,
      note: "For the owner alone; words of a model that are counted",
    },
    {
      file: "auth.go",
      code: `package auth

import "os"

func keep(data []byte) error { return os.WriteFile(tokenPath, data, 0o600) }
`,
      note: "For the owner alone",
    },
  ],
} satisfies Rule<SyntaxTree>;
