import type { Match, Rule } from "../../core/mod.ts";
import { type NodeId, type SyntaxTree, textPieces } from "../../syntax/mod.ts";
import { shellCall } from "./shell_calls.ts";
import { START_KEYWORDS } from "./start_calls.ts";
import { visitCalls } from "./visits.ts";

/** Longer command lines are looked at up to here. */
const MAX_COMMAND = 4096;

/** What runs a text that it is given; with `sudo` and flags before it. */
const RUNNERS =
  /^(?:sudo )?(?:-E )?(?:env )?(?:\/(?:usr\/)?bin\/)?(?:sh|bash|zsh|python3?|node|perl|iex|invoke-expression)\b/i;
const DOWNLOAD = /\b(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring)\b/i;
/** The download stands inside what runs it. */
const NESTED =
  /(?:\b(?:sh|bash|zsh) (?:-c )?["']?(?:<\(|\$\()|\beval ["']?\$\(|\b(?:iex|invoke-expression) ?["']?\(?)/i;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = shellCall(tree, node);
  if (!call || !call.parts.some((part) => runsDownload(commandText(tree, part)))) return undefined;
  return {
    span: { start: tree.span(node).start, end: call.end },
    message: `"${call.callee}" runs a script straight off the network`,
  };
}

function commandText(tree: SyntaxTree, node: NodeId): string {
  let text = "";
  for (const piece of textPieces(tree, node)) {
    text += piece.kind === "text" ? piece.value.text.slice(0, MAX_COMMAND) : "*";
    if (text.length > MAX_COMMAND) break;
  }
  return text.slice(0, MAX_COMMAND);
}

function runsDownload(command: string): boolean {
  const download = DOWNLOAD.exec(command);
  if (!download) return false;
  if (NESTED.test(command.slice(0, download.index))) return true;
  return command.slice(download.index).split("|").slice(1).some((each) =>
    RUNNERS.test(each.trimStart())
  );
}

export default {
  id: "download-piped-to-shell",
  family: "command-injection",
  title: "A script from the network is run unseen",
  why: "What the address serves at that moment runs as the user of the server: whoever holds the " +
    "host, the account or the connection has the machine.",
  fix: "Install from a package manager in a fixed version, or verify a checksum before running.",
  limits: "Sees a download and what runs it in one command line, not a file saved in between.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-494"],
  owasp: ["MCP04:2025", "LLM04:2026", "ASI04:2026"],
  atlas: ["AML.T0010", "AML.T0050"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: visitCalls(START_KEYWORDS, where),
  bad: [
    {
      file: "setup.py",
      code: `import os, subprocess

os.system("curl -fsSL https://tools.example.com/install.sh | sudo bash -s -- --yes")
subprocess.run(["bash", "-c", "bash <(wget -qO- https://tools.example.com/x)"])
`,
      note: "Piped into a shell, and substituted into one",
    },
    {
      file: "setup.ts",
      code: `import { execSync } from "node:child_process";
execSync('powershell -c "irm https://tools.example.com/install.ps1 | iex"');
`,
      note: "PowerShell's way",
    },
  ],
  good: [
    {
      file: "setup.py",
      code: `import os

os.system("curl -fsSL https://tools.example.com/data.json | jq .name")
os.system("cat setup.sh | bash")
print("Install it with: curl https://tools.example.com/install.sh | sh")
`,
      note: "Data, a script at hand, and advice to the user",
    },
    {
      file: "setup.ts",
      code: `import { execSync } from "node:child_process";
execSync("curl -o tool.tgz https://tools.example.com/1.2.3.tgz && sha256sum -c tool.sum");
`,
      note: "Saved and verified",
    },
  ],
} satisfies Rule<SyntaxTree>;
