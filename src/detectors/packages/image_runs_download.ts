import type { BuildInstruction, Match, ProjectDocument, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { unseenDownloads } from "./unseen_downloads.ts";

const REMOTE = /^(?:--[\w-]{1,40}(?:=\S{1,200})?\s{1,20}){0,6}(https?):\/\//i;
const CHECKED = /^(?:--[\w-]{1,40}(?:=\S{1,200})?\s{1,20}){0,6}--checksum=/i;

function where({ instructions }: ProjectDocument): Match[] {
  return instructions.flatMap((each): Match[] => {
    if (each.name === "RUN") {
      return unseenDownloads(each.text).map(({ span }) => ({
        span,
        message: "The build runs a script straight off the network, and checks nothing of it",
      }));
    }
    const message = each.name === "ADD" ? ofFile(each) : undefined;
    if (message === undefined) return [];
    const severity = /\bhttp:\/\//i.test(each.text.value) ? "medium" : "low";
    return [{ span: each.text.span, message, severity }];
  });
}

function ofFile({ text: { value } }: BuildInstruction): string | undefined {
  if (!REMOTE.test(value) || CHECKED.test(value) || /\.git[#\s]/.test(value)) {
    return undefined;
  }
  return "The image holds a file from the network that nothing checks";
}

export default {
  id: "image-runs-download",
  family: "packaging",
  title: "Container image built from what an address serves",
  why:
    "What the address serves at the moment of the build is in the image: whoever holds the host " +
    "or the connection has a place in every container.",
  fix:
    "Take a package in a fixed version, or compare a checksum: ADD --checksum=sha256:… URL FILE.",
  limits: "Sees a download and what runs it in one command, not a file that is saved in between.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-494"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["containers", "supply-chain"],
  matcher: { kind: "document", documents: ["dockerfile"], where },
  bad: [
    {
      file: "Dockerfile",
      code: `FROM debian:12-slim
RUN apt-get update \\
    && curl -fsSL https://get.notes.example/install.sh | bash -s -- --yes
`,
      note: "Piped into a shell",
    },
    {
      file: "Dockerfile",
      code: `FROM debian:12-slim
ADD http://get.notes.example/notes-linux /usr/local/bin/notes
`,
      note: "A file, without TLS",
    },
  ],
  good: [
    {
      file: "Dockerfile",
      code: `FROM debian:12-slim
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://get.notes.example/notes /usr/local/bin/notes
RUN curl -fsSLO https://get.notes.example/a.tgz && echo "24454f83  a.tgz" | sha256sum -c && sh a.sh
`,
      note: "Checked",
    },
    {
      file: "Dockerfile",
      code: `FROM debian:12-slim
ADD app.tgz /app
RUN curl -s http://localhost:8080/health; cat setup.sh | bash
`,
      note: "A file of the project, and a script at hand",
    },
  ],
} satisfies Rule<SyntaxTree>;
