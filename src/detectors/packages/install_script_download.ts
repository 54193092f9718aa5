import type { Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { downloads } from "../manifests/downloads.ts";
import { INLINE_CODE, installScripts } from "./install_scripts.ts";

const FETCHER = /(?:^|[\s;&|("'])(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\s/i;
const INLINE_FETCH =
  /\bfetch\s{0,4}\(|\bhttps?\b["'`.:]|\burllib\b|\brequests\s{0,2}\.|\bXMLHttpRequest\b/;

function where(document: ProjectDocument): Match[] {
  return installScripts(document).flatMap(({ name, text }): Match[] => {
    const found = { span: text.span, identity: name };
    if (downloads(text.value)) {
      return [{ ...found, message: `Script "${name}" runs what it fetches while it is installed` }];
    }
    if (INLINE_CODE.test(text.value) && INLINE_FETCH.test(text.value)) {
      const message =
        `Script "${name}" holds a program that uses the network while it is installed`;
      return [{ ...found, message }];
    }
    if (!FETCHER.test(text.value)) return [];
    const message = `Script "${name}" fetches a file while the package is installed`;
    return [{ ...found, severity: "medium", message }];
  });
}

export default {
  id: "install-script-download",
  family: "packaging",
  title: "Install script that fetches code",
  why: "It runs at every install, on machines of developers and of users, with whatever the " +
    "address serves that day; no lock file and no registry keeps what it was.",
  fix: "Ship what is needed in the package, or compare a checksum that stands in it.",
  limits: "Sees the command line in package.json, not the script files that it starts.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-494", "CWE-829"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: ["npm-manifest"], where },
  bad: [
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "postinstall": "curl -fsSL https://get.notes.example/agent.sh | bash"
} }
`,
      note: "Piped into a shell",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "preinstall": "node -e \\"fetch('https://get.notes.example/a.js').then(r => r.text()).then(eval)\\""
} }
`,
      note: "A program in the script",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "install": "wget -q https://get.notes.example/notes-linux -O bin/notes && chmod +x bin/notes"
} }
`,
      note: "A file that is saved",
    },
  ],
  good: [
    {
      file: "package.json",
      code: `{ "name": "notes", "scripts": {
  "postinstall": "node scripts/build.js",
  "prepare": "husky && npm run build",
  "deploy": "curl -fsSL https://get.notes.example/agent.sh | bash"
} }
`,
      note: "A script of the package, a build, and what somebody starts",
    },
    {
      file: "package.json",
      code: `{ "name": "notes", "description": "curl https://notes.example | sh", "scripts": {
  "postinstall": "node -e \\"try { require('./banner') } catch {}\\""
} }
`,
      note: "A text, and a program that stays on the machine",
    },
  ],
} satisfies Rule<SyntaxTree>;
