// What a server's command line really runs: every command in it, seen through shells, `cmd /c`,
// `sudo`, `env` and bridges that start another server. Bounded in commands, linear in text.

import { type Located, partOf, type ServerDef } from "../../core/mod.ts";

export type Word = Located<string>;

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

export interface Command {
  readonly program: Word;
  /** Without folders and `.exe`, in lower case. */
  readonly name: string;
  readonly args: readonly Word[];
  /** `NAME=value` in front of the program. */
  readonly env: readonly Assignment[];
}

/** A script that stands in the configuration. */
export interface Script {
  readonly text: Word;
  readonly interpreter: string;
  /** True for one command without anything that a shell would compute. */
  readonly plain: boolean;
  /** True where it is encoded, so that nobody can read it. */
  readonly encoded: boolean;
  /** The words that the shell joins, where there are several. */
  readonly words?: readonly Word[];
}

export interface CommandLine {
  readonly commands: readonly Command[];
  readonly scripts: readonly Script[];
}

/** Beyond these a line is no configuration that a person wrote. */
const MAX_COMMANDS = 64;
const MAX_WORDS = 4_000;
/** Units of a script, or of an argument that is itself a command line. */
const MAX_LINE = 20_000;

/** Programs that start another one, with their options that take a value. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  env: ["-u", "--unset", "-C", "--chdir"],
  sudo: ["-u", "--user", "-g", "--group", "-h", "-p", "-C", "-D"],
  doas: ["-u", "-C"],
  pkexec: ["--user"],
  gsudo: ["-u", "--user"],
  nice: ["-n"],
  nohup: [],
  timeout: ["-s", "--signal", "-k", "--kill-after"],
  exec: [],
  command: [],
  stdbuf: [],
  setsid: [],
  wsl: ["-d", "--distribution", "-u", "--user", "--cd"],
  start: [],
  if: [],
  then: [],
  else: [],
  do: [],
  while: [],
};

/** Programs that fetch and run another; where one is an argument, it is run too. */
const STARTERS = new Set(["npx", "bunx", "pnpx", "uvx", "pipx", "docker", "podman"]);

const SHELLS = new Set(["sh", "bash", "zsh", "dash", "ksh", "fish", "ash"]);
const POWERSHELLS = new Set(["powershell", "pwsh"]);

/** Options by which an interpreter takes its program from the command line. */
const INLINE: Readonly<Record<string, RegExp>> = {
  node: /^(?:-e|-p|-pe|--eval|--print)$/,
  bun: /^(?:-e|--eval)$/,
  deno: /^eval$/,
  python: /^-[BEIsSu]{0,6}c$/,
  perl: /^-\w{0,6}[eE]$/,
  ruby: /^-e$/,
  php: /^-r$/,
};

/** Several rules ask for the same server's. */
const known = new WeakMap<ServerDef, CommandLine>();

export function commandLine(server: ServerDef): CommandLine {
  let line = known.get(server);
  if (!line) known.set(server, line = read(server));
  return line;
}

function read(server: ServerDef): CommandLine {
  const commands: Command[] = [];
  const scripts: Script[] = [];
  if (!server.command) return { commands, scripts };
  const first = server.args.length === 0 || startsProgram(server.command.value)
    ? wordsOf(server.command)
    : [server.command];
  const open: Word[][] = [[...first, ...server.args.slice(0, MAX_WORDS)]];
  for (let words = open.shift(); words; words = open.shift()) {
    const command = commandOf(words);
    if (!command) continue;
    commands.push(command);
    if (commands.length >= MAX_COMMANDS) break;
    const script = scriptOf(command);
    if (script) scripts.push(script);
    for (const inner of script ? commandsIn(script) : startedBy(command)) open.push(inner);
  }
  return { commands, scripts };
}

/** `npx -y server` all in one string; a path with blanks is not. */
function startsProgram(text: string): boolean {
  const first = /^\s{0,8}(\S{1,40})\s/.exec(text)?.[1];
  if (first === undefined) return false;
  const name = baseName(first);
  return STARTERS.has(name) || /^(?:npm|pnpm|yarn|bun|deno|uv|node|python)$/.test(name);
}

function commandOf(words: readonly Word[]): Command | undefined {
  const env: Assignment[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const assignment = assignmentOf(word);
    if (!assignment) {
      return { program: word, name: baseName(word.value), args: words.slice(i + 1), env };
    }
    env.push(assignment);
  }
  return undefined;
}

/** `NAME=value`, as `env`, shells and `docker run -e` take it. */
export function assignmentOf(word: Word): Assignment | undefined {
  const name = /^([A-Za-z_][A-Za-z0-9_]{0,80})=/.exec(word.value)?.[1];
  if (name === undefined) return undefined;
  const value = partOf(word, { start: name.length + 1, end: word.value.length });
  return { name, value };
}

/** Without folders, `.exe` and the version of an interpreter: `python3.12` is `python`. */
export function baseName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return name.toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, "").replace(
    /^(python|node|pip)[\d.]{1,8}$/,
    "$1",
  );
}

function scriptOf({ name, args }: Command): Script | undefined {
  if (name === "cmd") {
    const at = args.findIndex(({ value }) => /^\/[ck]$/i.test(value));
    return at < 0 ? undefined : joined(name, args.slice(at + 1));
  }
  if (SHELLS.has(name)) {
    const at = ownOption(args, /^-[a-z]{0,6}c$/);
    const text = at < 0 ? undefined : args[at + 1];
    return text && { text, interpreter: name, plain: isPlain(text.value), encoded: false };
  }
  if (POWERSHELLS.has(name)) {
    const at = args.findIndex(({ value }) => /^-(?:c|command|e|ec|enc\w{0,12})$/i.test(value));
    if (at < 0) return undefined;
    const script = joined(name, args.slice(at + 1));
    return script && { ...script, encoded: /^-e/i.test(args[at]!.value) };
  }
  const option = Object.hasOwn(INLINE, name) ? INLINE[name] : undefined;
  const at = option ? ownOption(args, option) : -1;
  if (at < 0) return undefined;
  const text = args[at + 1];
  return text && { text, interpreter: name, plain: false, encoded: false };
}

/** Where an option of the interpreter stands; what follows a file's name is the file's. */
function ownOption(args: readonly Word[], option: RegExp): number {
  const at = args.findIndex(({ value }) => option.test(value) || !value.startsWith("-"));
  return at >= 0 && option.test(args[at]!.value) ? at : -1;
}

/** The rest of a line, which the shell joins; its place is that of the first word. */
function joined(interpreter: string, words: readonly Word[]): Script | undefined {
  const [first] = words;
  if (!first) return undefined;
  const value = words.map((word) => word.value).join(" ");
  const text = words.length === 1 ? first : { value, span: first.span };
  return { text, interpreter, plain: isPlain(value), encoded: false, words };
}

/** What a shell computes, chains or redirects. */
function isPlain(script: string): boolean {
  return !/[;&|<>`\n(]/.test(script);
}

const TOKEN = /"[^"]*"|'[^']*'|[;&|\n]|[^\s;&|"']+/g;

/** The simple commands of a shell's script, roughly: quotes are taken off, nothing is expanded. */
function commandsIn({ text, interpreter, plain, words }: Script): Word[][] {
  if (Object.hasOwn(INLINE, interpreter)) return [];
  if (plain && words) {
    return [words.flatMap((word) => /\s/.test(word.value) ? wordsOf(word) : [word])];
  }
  const commands: Word[][] = [[]];
  for (const { index, 0: token } of text.value.slice(0, MAX_LINE).matchAll(TOKEN)) {
    if (/^[;&|\n]$/.test(token)) {
      if (commands.at(-1)!.length > 0) commands.push([]);
      if (commands.length > MAX_COMMANDS) break;
      continue;
    }
    const quoted = /^["']/.test(token) ? 1 : 0;
    const part = { start: index + quoted, end: index + token.length - quoted };
    // Words that were joined have no places of their own.
    const whole = text.span.end - text.span.start !== text.value.length;
    commands.at(-1)!.push(
      whole
        ? { value: text.value.slice(part.start, part.end), span: text.span }
        : partOf(text, part),
    );
  }
  return commands;
}

/** They take words, and start none of them. */
const WORDS_ONLY = /^(?:for|case|test|\[|which|type|echo|printf|cd|export|source|\.)$/;

/** Commands that stand in the arguments of another. */
function startedBy({ name, args }: Command): Word[][] {
  if (WORDS_ONLY.test(name)) return [];
  const options = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (options) return [afterOptions(args, options)];
  const found: Word[][] = [];
  for (let i = 0; i < args.length; i++) {
    const { value } = args[i]!;
    if (STARTERS.has(baseName(value)) && !/^[./]/.test(value) && args[i + 1]) {
      found.push(args.slice(i));
      break;
    }
    if (value.length < MAX_LINE && startsProgram(value)) found.push(wordsOf(args[i]!));
  }
  return found;
}

function afterOptions(args: readonly Word[], withValue: readonly string[]): Word[] {
  let at = 0;
  while (at < args.length) {
    const { value } = args[at]!;
    if (withValue.includes(value)) at += 2;
    // `timeout 5`, `nice -10`
    else if (value.startsWith("-") || /^\d+[smhd]?$/.test(value)) at++;
    else break;
  }
  return args.slice(at);
}

function wordsOf(line: Word): Word[] {
  return [...line.value.slice(0, MAX_LINE).matchAll(/\S+/g)].map(({ index, 0: word }) =>
    partOf(line, { start: index, end: index + word.length })
  );
}
