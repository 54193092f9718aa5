import type { Match, ProjectDocument, Rule, Span } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

/** In a requirements file, and in the command line of pip. */
const OPTION =
  /--(?:extra-index-url|trusted-host)(?:=|[ \t]{1,20})["']?([^\s"'\\]{1,500})|(?:--index-url|-i)(?:=|[ \t]{1,20})["']?(http:\/\/[^\s"'\\]{1,500})/g;
/** They hold builds of packages for their publisher's own hardware, and nothing private. */
const PUBLIC =
  /^https:\/\/(?:download\.pytorch\.org|pypi\.nvidia\.com|pypi\.org|test\.pypi\.org|pypi\.ngc\.nvidia\.com|storage\.googleapis\.com\/jax-releases|wheels\.vllm\.ai)(?:\/|$)/i;
const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.\d|\[::1\])/i;
const REGISTRY = /^(?:pypi\.org|files\.pythonhosted\.org|pypi\.python\.org)$/i;

function where({ type, text, instructions }: ProjectDocument): Match[] {
  if (type === "requirements") return optionsIn(text, 0);
  return instructions.filter(({ name }) => name === "RUN").flatMap(({ text: { value, span } }) =>
    /\b(?:pip3?|uv)\b/.test(value) ? optionsIn(value, span.start) : []
  );
}

/** A file of several such lines is told of a few times at most. */
const MAX_FOUND = 20;

function optionsIn(text: string, from: number): Match[] {
  const found: Match[] = [];
  for (const hit of text.matchAll(OPTION)) {
    const [option, host = "", plain] = hit;
    const lineStart = text.lastIndexOf("\n", hit.index) + 1;
    if (/^[ \t]{0,20}#/.test(text.slice(lineStart, lineStart + 22))) continue;
    const span = { start: from + hit.index, end: from + hit.index + option.length };
    const match = judge(span, { option, host, plain });
    if (match) found.push(match);
    if (found.length >= MAX_FOUND) break;
  }
  return found;
}

function judge(
  span: Span,
  { option, host, plain }: { option: string; host: string; plain: string | undefined },
): Match | undefined {
  if (LOCAL.test(plain ?? host)) return undefined;
  if (plain !== undefined || /^http:/i.test(host)) {
    return { span, message: "Packages come over a connection that anybody on the way can change" };
  }
  if (option.startsWith("--trusted-host")) {
    const whose = REGISTRY.test(host) ? "the registry" : "a package index";
    return { span, message: `The certificate of ${whose} is not checked` };
  }
  if (PUBLIC.test(host) || /\$/.test(host)) return undefined;
  return {
    span,
    severity: "low",
    confidence: "medium",
    message: "A package of the same name in the public registry wins by a higher version",
  };
}

export default {
  id: "unsafe-package-index",
  family: "packaging",
  title: "Python packages from an index that is not safe",
  why:
    "Without TLS, or with its check switched off, whoever is on the way answers with their own " +
    "code. Beside an extra index, pip takes the higher version of either: whoever publishes the " +
    "name of a private package in the public registry is installed.",
  fix: "Use one index with https://, which holds or proxies all packages, and hashes.",
  limits: "Sees options in requirements files and in commands of a Dockerfile, not pip's own " +
    "configuration. Indexes of well-known publishers are left alone.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-427", "CWE-494"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: { kind: "document", documents: ["requirements", "dockerfile"], where },
  bad: [
    {
      file: "requirements.txt",
      code: "--extra-index-url https://pypi.notes.example/simple\nnotes-store==1.2.0\n",
      note: "A private index beside the public one",
    },
    {
      file: "requirements.txt",
      code: "--index-url http://pypi.notes.example/simple\nnotes-store==1.2.0\n",
      note: "Without TLS",
    },
    {
      file: "Dockerfile",
      code: `FROM python:3.12-slim
RUN pip install --trusted-host pypi.org -r requirements.txt
USER app
`,
      note: "Without looking at the certificate",
    },
  ],
  good: [
    {
      file: "requirements.txt",
      code: "--index-url https://pypi.notes.example/simple\nnotes-store==1.2.0\n",
      note: "One index, with TLS",
    },
    {
      file: "requirements.txt",
      code:
        "# --extra-index-url https://pypi.notes.example/simple\n--extra-index-url https://download.pytorch.org/whl/cpu\ntorch==2.9.0\n",
      note: "A comment, and a well-known publisher's builds",
    },
  ],
} satisfies Rule<SyntaxTree>;
