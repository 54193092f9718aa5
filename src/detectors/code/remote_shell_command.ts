import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, elementsOf, mentions, optionOf, valueOf } from "./calls.ts";
import { textOf, wordsOf } from "./shell_calls.ts";
import { START_KEYWORDS } from "./start_calls.ts";
import { describeValue, worstValue } from "./values.ts";
import { scripts, visitCalls } from "./visits.ts";

interface RemoteMethod {
  /** The file names the library that has the method. */
  readonly library: string;
  readonly methods: ReadonlySet<string>;
  /** What the receiver is made by, or how it is called where that is not seen. */
  readonly receiver?: RegExp;
  /** Options under which the command may stand. */
  readonly options?: readonly string[];
}

const CONNECTION =
  /^(?:ssh2\.Client|fabric\.Connection|asyncssh\.connect)$|^(?:this\.|self\.)?_?(?:c|conn|connection|ssh|ssh_?client|client|session)$/i;

/** Methods that hand their first argument to a shell elsewhere. */
const METHODS: readonly RemoteMethod[] = [
  { library: "paramiko", methods: new Set(["exec_command"]) },
  { library: "asyncssh", methods: new Set(["run", "create_process"]), receiver: CONNECTION },
  { library: "fabric", methods: new Set(["run", "sudo"]), receiver: CONNECTION },
  { library: "ssh2", methods: new Set(["exec"]), receiver: CONNECTION },
  { library: "node-ssh", methods: new Set(["execCommand"]) },
  { library: "docker", methods: new Set(["exec_run"]), options: ["cmd"] },
  {
    library: "crypto/ssh",
    methods: new Set(["Run", "Output", "CombinedOutput", "Start"]),
  },
];

const SSH = /^(?:.{0,200}[\\/])?(?:ssh|plink)(?:\.exe)?$/;
const CONTAINERS =
  /^(?:.{0,200}[\\/])?(?:docker|podman|nerdctl|kubectl|oc|lxc|adb|wsl|vagrant|multipass)(?:\.exe)?$/;
const SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|zsh|ash)$/;
const SHELL_FLAG = /^-[a-z]{0,3}c$/;
/** Words looked at. */
const MAX_WORDS = 60;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  const command = byMethod(call) ?? byProgram(call);
  const worst = command === undefined ? undefined : worstValue(tree, [command]);
  if (!worst) return undefined;
  const whole = worst.node === valueOf(tree, command!);
  const { start, end } = tree.span(command!);
  const within = start >= tree.span(node).start && end <= tree.span(node).end;
  return {
    span: within ? { start, end } : tree.span(node),
    message: whole
      ? `"${call.method}" runs ${describeValue(tree, worst.node)} in a shell elsewhere`
      : `"${call.method}" gives a shell elsewhere a command line with ${
        describeValue(tree, worst.node)
      } in it`,
    ...(worst.origin !== "open"
      ? { severity: "low", confidence: "low" }
      : whole
      ? { severity: "medium", confidence: "low" }
      : {}),
  };
}

function byMethod(call: Call): NodeId | undefined {
  const { tree, receiver, method } = call;
  if (receiver === undefined) return undefined;
  const found = METHODS.find((each) => each.methods.has(method) && mentions(tree, each.library));
  if (!found) return undefined;
  if (found.receiver && !isConnection(tree, receiver, found.receiver)) return undefined;
  const command = call.positional[0] ??
    found.options?.map((name) => optionOf(call, name)).find((each) => each !== undefined);
  if (command === undefined) return undefined;
  return shellWord(tree, elementsOf(tree, command) ?? []) ??
    (elementsOf(tree, command) ? undefined : command);
}

function isConnection(tree: SyntaxTree, receiver: NodeId, names: RegExp): boolean {
  const maker = callAt(tree, valueOf(tree, receiver));
  return names.test(maker?.callee ?? "") || names.test(tree.textOf(receiver).slice(0, 40));
}

/** What stands after a shell and its flag. */
function shellWord(tree: SyntaxTree, words: readonly NodeId[]): NodeId | undefined {
  let shell = false;
  for (const [i, word] of words.slice(0, MAX_WORDS).entries()) {
    const text = textOf(tree, word);
    if (text === undefined) continue;
    if (shell && SHELL_FLAG.test(text)) return words[i + 1];
    shell ||= SHELLS.test(text);
  }
  return undefined;
}

function byProgram(call: Call): NodeId | undefined {
  const { tree } = call;
  const [program, ...words] = wordsOf(call)?.nodes ?? [];
  const name = program === undefined ? undefined : textOf(tree, program);
  if (name === undefined) return undefined;
  if (CONTAINERS.test(name)) return shellWord(tree, words);
  if (!SSH.test(name)) return undefined;
  return shellWord(tree, words) ?? sshCommand(tree, words);
}

/** Flags of ssh that take the word after them. */
const WITH_VALUE = /^-[bcDEeFIiJLlmOopQRSWw]$/;

/** What follows the host. */
function sshCommand(tree: SyntaxTree, words: readonly NodeId[]): NodeId | undefined {
  let host = false;
  for (let i = 0; i < words.length && i < MAX_WORDS; i++) {
    const text = textOf(tree, words[i]!);
    if (!host && text !== undefined && text.startsWith("-")) {
      if (WITH_VALUE.test(text)) i++;
      continue;
    }
    if (host && text === undefined) return words[i];
    host = true;
  }
  return undefined;
}

const LIBRARIES = ["ssh", "docker", "kube", "podman"];

export default {
  id: "remote-shell-command",
  family: "command-injection",
  title: "Command for a shell elsewhere built from a value",
  why:
    "SSH, and a shell in a container, read the command line like any shell: a value in it runs " +
    "commands on that machine, with the account and the reach it has there.",
  fix: "Send a fixed command, quote every value for the shell over there, or use an API instead.",
  limits:
    "Knows connections by library and name; a whole command from a value counts less, as running " +
    "commands may be what the server is for.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-78"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls({
    python: [...START_KEYWORDS.python, "paramiko", "asyncssh", "fabric", "docker"],
    ...scripts([...START_KEYWORDS.javascript, ...LIBRARIES]),
    go: [...START_KEYWORDS.go, "crypto/ssh"],
  }, where),
  sinks: ["shell"],
  sinkWords: "a command line on another machine",
  bad: [
    {
      file: "server.py",
      code: `import paramiko, subprocess

@mcp.tool()
def disk(host: str, folder: str):
    client = paramiko.SSHClient()
    client.exec_command(f"du -sh {folder}")
    subprocess.run(["docker", "exec", "db", "sh", "-c", "ls " + folder])
`,
      note: "Over SSH, and in a container",
    },
    {
      file: "server.ts",
      code: `import { Client } from "ssh2";
const conn = new Client();
server.tool("tail", shape, async ({ file }) => {
  conn.exec(\`tail -n 50 \${file}\`, (err, stream) => stream.pipe(out));
});
`,
      note: "A template over SSH",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import shlex, paramiko, subprocess

def disk(client, folder: str):
    client.exec_command("df -h")
    client.exec_command(f"du -sh {shlex.quote(folder)}")
    subprocess.run(["docker", "exec", "db", "ls", "--", folder])
`,
      note: "A constant, a quoted value, and no shell in the container",
    },
    {
      file: "server.ts",
      code: `import { Client } from "ssh2";
const found = pattern.exec(text);
new Client().exec("uptime", done);
`,
      note: "An expression's exec, and a constant command",
    },
  ],
} satisfies Rule<SyntaxTree>;
