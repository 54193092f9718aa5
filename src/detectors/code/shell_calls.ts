// Calls that hand a command line to a shell, by language and full name.

import type { Language } from "../../core/mod.ts";
import {
  bindingOf,
  constantText,
  fullName,
  type NodeId,
  type SyntaxTree,
} from "../../syntax/mod.ts";

export interface ShellCall {
  /** As resolved through imports: `subprocess.run`. */
  readonly callee: string;
  /** The expressions that become the command line. */
  readonly parts: readonly NodeId[];
}

/** Calls whose first argument always goes to a shell. */
const ALWAYS: ReadonlySet<string> = new Set([
  "os.system",
  "os.popen",
  "subprocess.getoutput",
  "subprocess.getstatusoutput",
  "asyncio.create_subprocess_shell",
  "asyncio.subprocess.create_subprocess_shell",
  "child_process.exec",
  "child_process.execSync",
  "shelljs.exec",
  "execa.execaCommand",
  "execa.execaCommandSync",
]);

/** Calls that go to a shell where an option says so. */
const WITH_OPTION: ReadonlySet<string> = new Set([
  "subprocess.run",
  "subprocess.call",
  "subprocess.check_call",
  "subprocess.check_output",
  "subprocess.Popen",
  "child_process.spawn",
  "child_process.spawnSync",
  "child_process.execFile",
  "child_process.execFileSync",
  "execa.execa",
  "execa.execaSync",
  "execa",
]);

/** Calls that start a program with arguments; a shell where the program is one. */
const PROGRAM_FIRST: ReadonlySet<string> = new Set([
  "child_process.spawn",
  "child_process.spawnSync",
  "child_process.execFile",
  "child_process.execFileSync",
  "os/exec.Command",
  "os/exec.CommandContext",
  "asyncio.create_subprocess_exec",
]);

const SHELLS = /^(?:.*[\\/])?(?:sh|bash|zsh|dash|ksh|fish|cmd|powershell|pwsh)(?:\.exe)?$/i;
const SHELL_FLAGS = /^(?:-[a-z]*c|\/c|-command|-encodedcommand)$/i;

/** The shell call at `node`; `undefined` where it is none. */
export function shellCall(tree: SyntaxTree, node: NodeId): ShellCall | undefined {
  const calleeNode = tree.child(node, "function");
  const list = tree.child(node, "arguments");
  if (calleeNode === undefined || list === undefined) return undefined;
  const callee = fullName(tree, calleeNode);
  if (callee === undefined) return undefined;
  const call: Call = { tree, callee, ...argumentsOf(tree, list) };
  const parts = alwaysShell(call) ?? optionShell(call) ?? programShell(call);
  return parts && parts.length > 0 ? { callee, parts } : undefined;
}

interface Call {
  readonly tree: SyntaxTree;
  readonly callee: string;
  readonly positional: readonly NodeId[];
  readonly keywords: ReadonlyMap<string, NodeId>;
}

function argumentsOf(
  tree: SyntaxTree,
  list: NodeId,
): { positional: NodeId[]; keywords: Map<string, NodeId> } {
  const positional: NodeId[] = [];
  const keywords = new Map<string, NodeId>();
  for (const argument of tree.children(list)) {
    if (tree.kind(argument) === "keyword_argument") {
      const name = tree.child(argument, "name");
      const value = tree.child(argument, "value");
      if (name !== undefined && value !== undefined) keywords.set(tree.textOf(name), value);
    } else positional.push(argument);
  }
  return { positional, keywords };
}

/** Names under which the command may be given by keyword. */
const COMMAND_KEYWORDS = ["args", "command", "cmd"];

function commandArgument({ positional, keywords }: Call): NodeId | undefined {
  return positional[0] ??
    COMMAND_KEYWORDS.map((name) => keywords.get(name)).find((node) => node !== undefined);
}

function alwaysShell(call: Call): NodeId[] | undefined {
  const command = ALWAYS.has(call.callee) ? commandArgument(call) : undefined;
  return command === undefined ? undefined : [command];
}

function optionShell(call: Call): NodeId[] | undefined {
  if (!WITH_OPTION.has(call.callee)) return undefined;
  const { tree, positional, keywords } = call;
  const option = keywords.get("shell") ?? shellProperty(tree, positional);
  if (option === undefined || isFalse(tree, option)) return undefined;
  const command = commandArgument(call);
  if (command === undefined) return undefined;
  // With a shell, Node joins program and arguments to one command line, unquoted.
  return [command, ...positional.slice(1, 2)]
    .filter((node) => tree.kind(valueOf(tree, node)) !== "object")
    .flatMap((node) => itemsOf(tree, node));
}

function shellProperty(tree: SyntaxTree, positional: readonly NodeId[]): NodeId | undefined {
  const last = positional.slice(1)
    .map((argument) => valueOf(tree, argument))
    .findLast((argument) => tree.kind(argument) === "object");
  if (last === undefined) return undefined;
  for (const pair of tree.children(last)) {
    const key = tree.child(pair, "key");
    if (key !== undefined && tree.textOf(key).replaceAll(/["']/g, "") === "shell") {
      return tree.child(pair, "value");
    }
  }
  return undefined;
}

/** What a name was given as its one value, or the expression itself. */
function valueOf(tree: SyntaxTree, node: NodeId): NodeId {
  if (tree.kind(node) !== "identifier") return node;
  const binding = bindingOf(tree, node, tree.textOf(node));
  return binding?.kind === "value" && binding.nodes.length === 1 ? binding.nodes[0]! : node;
}

function isFalse(tree: SyntaxTree, node: NodeId): boolean {
  return ["false", "none", "null", "undefined"].includes(tree.kind(node).toLowerCase());
}

const COMMAND_PROMPT = /cmd(?:\.exe)?$/i;

function programShell(call: Call): NodeId[] | undefined {
  const { tree, callee } = call;
  if (!PROGRAM_FIRST.has(callee) && !WITH_OPTION.has(callee)) return undefined;
  const words = wordsOf(call);
  const program = words[0] === undefined ? undefined : constantText(tree, words[0])?.text;
  if (program === undefined || !SHELLS.test(program)) return undefined;
  const flag = words.findIndex((word, i) =>
    i > 0 && SHELL_FLAGS.test(constantText(tree, word)?.text ?? "")
  );
  if (flag < 0) return undefined;
  // The command prompt reads all that follows as one line; other shells only the next word.
  return words.slice(flag + 1, COMMAND_PROMPT.test(program) ? undefined : flag + 2);
}

const LISTS = new Set(["list", "array", "tuple"]);

function itemsOf(tree: SyntaxTree, node: NodeId): NodeId[] {
  if (LISTS.has(tree.kind(node))) return [...tree.children(node)];
  // Options are no part of the command line.
  return tree.kind(node) === "object" ? [] : [node];
}

/** Program and arguments one after the other, however the call takes them. */
function wordsOf({ tree, callee, positional, keywords }: Call): NodeId[] {
  const skipContext = callee === "os/exec.CommandContext" ? 1 : 0;
  const given = positional.slice(skipContext);
  const args = keywords.get("args");
  if (given.length === 0 && args !== undefined) given.push(args);
  return given.flatMap((node) => itemsOf(tree, node));
}

/** Substrings without which a file holds no shell call. */
export const SHELL_KEYWORDS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  python: ["subprocess", "os.system", "os.popen", "import os", "from os", "asyncio"],
  javascript: ["child_process", "shelljs", "execa"],
  typescript: ["child_process", "shelljs", "execa"],
  tsx: ["child_process", "shelljs", "execa"],
  go: ["os/exec"],
};
