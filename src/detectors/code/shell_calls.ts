// Calls that hand a command line to a shell: straight, by an option, or by starting the shell as a
// program. Which calls those are stands in start_calls.ts.

import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, elementsOf, isGrown, optionOf, switchOf, valueOf } from "./calls.ts";
import { SHELL_CALLS, SHELL_OPTION_CALLS, START_CALLS } from "./start_calls.ts";

export interface ShellCall {
  readonly callee: string;
  /** The expressions that become the command line. */
  readonly parts: readonly NodeId[];
  /** Where the last argument ends that the command line is made of. */
  readonly end: number;
  /** False where an option whose value is not known decides whether a shell runs. */
  readonly sure: boolean;
}

const known = new WeakMap<SyntaxTree, Map<NodeId, ShellCall | undefined>>();

/** The shell call at `node`; `undefined` where it is none. */
export function shellCall(tree: SyntaxTree, node: NodeId): ShellCall | undefined {
  let calls = known.get(tree);
  if (!calls) known.set(tree, calls = new Map());
  if (!calls.has(node)) {
    const call = callAt(tree, node);
    calls.set(node, call && (straight(call) ?? byOption(call) ?? byProgram(call)));
  }
  return calls.get(node);
}

/** Names under which the command may be given by keyword. */
const COMMAND_KEYWORDS = ["args", "command", "cmd", "popenargs"];

function commandArgument({ positional, keywords }: Call): NodeId | undefined {
  return positional[0] ??
    COMMAND_KEYWORDS.map((name) => keywords.get(name)).find((node) => node !== undefined);
}

function straight(call: Call): ShellCall | undefined {
  if (!SHELL_CALLS.has(call.callee)) return undefined;
  const command = commandArgument(call);
  if (command === undefined) return undefined;
  // A call that starts programs as well takes only a string to a shell.
  if (START_CALLS.has(call.callee) && elementsOf(call.tree, command)) return undefined;
  return made(call, { parts: [command], arguments_: [command], sure: true });
}

function byOption(call: Call): ShellCall | undefined {
  if (!SHELL_OPTION_CALLS.has(call.callee)) return undefined;
  const state = switchOf(call.tree, optionOf(call, "shell"));
  const command = commandArgument(call);
  if (state === "off" || command === undefined || isOptions(call.tree, command)) return undefined;
  // With a shell, Node joins program and arguments to one command line, unquoted.
  const second = call.positional[1];
  const rest = second === undefined || isOptions(call.tree, second) ? [] : [second];
  const arguments_ = [command, ...rest];
  const parts = arguments_.flatMap((each) => elementsOf(call.tree, each) ?? [each]);
  return made(call, { parts, arguments_, sure: state === "on" });
}

const OPTIONS = new Set(["object", "arrow_function", "function_expression", "dictionary"]);

function isOptions(tree: SyntaxTree, node: NodeId): boolean {
  return OPTIONS.has(tree.kind(valueOf(tree, node)));
}

const SHELLS =
  /^(?:.{0,200}[\\/])?(?:sh|bash|zsh|dash|ksh|ash|fish|cmd|powershell|pwsh)(?:\.exe)?$/i;
const SHELL_FLAGS = /^(?:-[a-z]{0,6}c|\/[ck]|-command|-encodedcommand)$/i;
/** These read all that follows as one line; other shells only the next word. */
const TAKES_ALL = /(?:cmd|powershell|pwsh)(?:\.exe)?$/i;
/** A program of these names is whichever shell the machine has. */
const SHELL_NAME = /shell|comspec/i;
/** Programs that start the program that follows them. */
const LAUNCHERS =
  /^(?:.{0,200}\/)?(?:env|sudo|doas|nice|nohup|timeout|setsid|busybox|xvfb-run|stdbuf)$/;
/** Words looked at for a shell and its flag. */
const MAX_WORDS = 60;

function byProgram(call: Call): ShellCall | undefined {
  const words = wordsOf(call);
  if (!words) return undefined;
  const shell = shellAmong(call.tree, words.nodes);
  if (shell === undefined) return undefined;
  const program = textOf(call.tree, words.nodes[shell]!) ?? "";
  const flag = words.nodes.findIndex((word, i) =>
    i > shell && i < MAX_WORDS && SHELL_FLAGS.test(textOf(call.tree, word) ?? "")
  );
  if (flag < 0) {
    const input = optionOf(call, "input");
    if (input === undefined || program === "") return undefined;
    return made(call, { parts: [input], arguments_: [...words.arguments_, input], sure: true });
  }
  const parts = words.nodes.slice(flag + 1, TAKES_ALL.test(program) ? undefined : flag + 2);
  if (parts.length === 0) return undefined;
  return made(call, { parts, arguments_: words.arguments_, sure: true });
}

function shellAmong(tree: SyntaxTree, words: readonly NodeId[]): number | undefined {
  for (const [i, word] of words.slice(0, MAX_WORDS).entries()) {
    const text = textOf(tree, word);
    if (text === undefined) {
      return i === 0 && SHELL_NAME.test(tree.textOf(word).slice(0, 80)) ? i : undefined;
    }
    if (SHELLS.test(text)) return i;
    if (i === 0 && !LAUNCHERS.test(text)) return undefined;
  }
  return undefined;
}

export interface Words {
  /** Program and arguments one after the other. */
  readonly nodes: readonly NodeId[];
  /** The arguments of the call that they stand in. */
  readonly arguments_: readonly NodeId[];
}

/** What a call starts as a program, however it takes it; `undefined` for any other call. */
export function wordsOf(call: Call): Words | undefined {
  const skipped = START_CALLS.get(call.callee);
  if (skipped === undefined) return undefined;
  const { tree, positional } = call;
  const arguments_ = positional.slice(skipped).filter((each) => !isOptions(tree, each));
  const args = optionOf(call, "args");
  if (args !== undefined) arguments_.push(args);
  const nodes = arguments_.flatMap((each) => {
    const elements = elementsOf(tree, each);
    return elements ? isGrown(tree, each) ? [...elements, each] : elements : [each];
  });
  return { nodes, arguments_ };
}

/** A constant's text; `undefined` for anything else. */
export function textOf(tree: SyntaxTree, node: NodeId): string | undefined {
  return constantText(tree, node)?.text;
}

function made(
  { tree, callee, node }: Call,
  found: { parts: readonly NodeId[]; arguments_: readonly NodeId[]; sure: boolean },
): ShellCall {
  const call = tree.span(node);
  const end = found.arguments_.reduce((last, each) => {
    const span = tree.span(each);
    return span.start >= call.start && span.end <= call.end ? Math.max(last, span.end) : last;
  }, call.start);
  return { callee, parts: found.parts, end, sure: found.sure };
}
