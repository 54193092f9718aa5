// Calls that start programs, by full name, and the substrings that files with any of them hold.

import type { Language } from "../../core/mod.ts";

/** Calls whose first argument, where it is a string, always goes to a shell. */
export const SHELL_CALLS: ReadonlySet<string> = new Set([
  "os.system",
  "os.popen",
  "commands.getoutput",
  "commands.getstatusoutput",
  "subprocess.getoutput",
  "subprocess.getstatusoutput",
  "asyncio.create_subprocess_shell",
  "asyncio.subprocess.create_subprocess_shell",
  "anyio.run_process",
  "anyio.open_process",
  "invoke.run",
  "invoke.sudo",
  "child_process.exec",
  "child_process.execSync",
  "child-process-promise.exec",
  "shelljs.exec",
  "node-cmd.run",
  "node-cmd.runSync",
  "node-cmd.get",
  "exec-sh",
  "sudo-prompt.exec",
]);

const SUBPROCESS = ["run", "call", "check_call", "check_output", "Popen"].map((name) =>
  `subprocess.${name}`
);
const NODE = [
  "child_process.spawn",
  "child_process.spawnSync",
  "child_process.execFile",
  "child_process.execFileSync",
  "child-process-promise.spawn",
  "child-process-promise.execFile",
  "cross-spawn",
  "cross-spawn.spawn",
  "cross-spawn.sync",
  "execa",
  "execa.execa",
  "execa.execaSync",
  "execa.sync",
  "execa.$",
];

/** Calls that go to a shell where the option `shell` says so. */
export const SHELL_OPTION_CALLS: ReadonlySet<string> = new Set([
  ...SUBPROCESS,
  ...NODE,
  "trio.run_process",
]);

/** Calls that start a program with arguments, and how many arguments stand before it. */
export const START_CALLS: ReadonlyMap<string, number> = new Map([
  ...[
    ...SUBPROCESS,
    ...NODE,
    "trio.run_process",
    "anyio.run_process",
    "anyio.open_process",
    "asyncio.create_subprocess_exec",
    "asyncio.subprocess.create_subprocess_exec",
    "os.execl",
    "os.execle",
    "os.execlp",
    "os.execlpe",
    "os.execv",
    "os.execve",
    "os.execvp",
    "os.execvpe",
    "os.posix_spawn",
    "os.posix_spawnp",
    "pty.spawn",
    "pexpect.spawn",
    "pexpect.run",
    "node-pty.spawn",
    "Deno.Command",
    "Bun.spawn",
    "Bun.spawnSync",
    "os/exec.Command",
    "syscall.Exec",
    "syscall.ForkExec",
    "os.StartProcess",
  ].map((name): [string, number] => [name, 0]),
  ...[
    "os.spawnl",
    "os.spawnle",
    "os.spawnlp",
    "os.spawnlpe",
    "os.spawnv",
    "os.spawnve",
    "os.spawnvp",
    "os.spawnvpe",
    "os/exec.CommandContext",
  ].map((name): [string, number] => [name, 1]),
]);

const SCRIPT = [
  "child_process",
  "child-process-promise",
  "shelljs",
  "execa",
  "cross-spawn",
  "node-pty",
  "node-cmd",
  "exec-sh",
  "sudo-prompt",
  "Deno.Command",
  "Bun.spawn",
];

/** Substrings without which a file starts no program. */
export const START_KEYWORDS: Readonly<Record<Language, readonly string[]>> = {
  python: [
    "subprocess",
    "import os",
    "from os",
    "asyncio",
    "anyio",
    "trio",
    "pexpect",
    "pty",
    "invoke",
    "commands",
  ],
  javascript: SCRIPT,
  typescript: SCRIPT,
  tsx: SCRIPT,
  go: ["os/exec", "syscall", "StartProcess"],
};
