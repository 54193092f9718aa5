import { deepEqual, equal } from "node:assert/strict";
import type { FileKind } from "../../src/core/mod.ts";
import { clientFile, instructions } from "../../src/mcp/mod.ts";

function runs(kind: FileKind, text: string): string[] {
  const { config } = clientFile({ kind, text });
  return config.runs.map(({ kind, words, command, args, isQuiet }) => {
    equal(text.slice(command.span.start, command.span.end), command.value);
    const line = [command, ...args].map(({ value }) => value).join(" ");
    return `${kind === "helper" ? "helper " : ""}${words}: ${line}${isQuiet ? " (quiet)" : ""}`;
  });
}

Deno.test("hooks are found in each client's shape", () => {
  const claude = `{ "hooks": { "PreToolUse": [
    { "matcher": "Bash", "hooks": [{ "type": "command", "command": "a", "timeout": 5 }] },
    { "hooks": [{ "type": "prompt", "prompt": "x" }, { "type": "command", "command": "b", "args": ["c"] }] }
  ] } }`;
  deepEqual(runs("json", claude), ['hook "PreToolUse": a', 'hook "PreToolUse": b c']);
  const cursor =
    `{ "version": 1, "hooks": { "beforeShellExecution": [{ "command": "a" }], "stop": [] } }`;
  deepEqual(runs("json", cursor), ['hook "beforeShellExecution": a']);
  const copilot = `{ "version": 1, "hooks": { "sessionStart": [
    { "type": "command", "bash": "a", "powershell": "b", "cwd": "x" }] } }`;
  deepEqual(runs("json", copilot), ['hook "sessionStart": a', 'hook "sessionStart": b']);
});

Deno.test("hooks of other tools are none", () => {
  deepEqual(runs("json", '{ "husky": { "hooks": { "pre-commit": "lint-staged" } } }'), []);
  deepEqual(runs("json", '{ "hooks": ["a", { "command": "b" }] }'), []);
  deepEqual(runs("yaml", "hooks:\n  - id: x\n    command: y\n"), []);
});

Deno.test("tasks run when a folder is opened only where they say so, on each system", () => {
  const text = `{ "version": "2.0.0", "tasks": [
    { "label": "a", "command": "x", "runOptions": { "runOn": "default" } },
    { "label": "b", "command": "x", "args": ["y", "z"], "windows": { "command": "w" },
      "presentation": { "reveal": "never" }, "runOptions": { "runOn": "folderOpen" } },
    { "label": "c", "type": "npm", "script": "watch", "runOptions": { "runOn": "folderOpen" } }
  ] }`;
  deepEqual(runs("json", text), [
    'task "b": x y z (quiet)',
    'task "b": w (quiet)',
    'task "c": watch',
  ]);
});

Deno.test("helpers of Claude Code's settings are commands", () => {
  const text =
    `{ "apiKeyHelper": "~/bin/key", "statusLine": { "type": "command", "command": "line" } }`;
  deepEqual(runs("json", text), ['helper "apiKeyHelper": ~/bin/key', 'helper "statusLine": line']);
});

Deno.test("a skill runs what its text inserts and what its front matter hooks", () => {
  const text = `---
name: notes
hooks:
  PreToolUse:
    - matcher: Bash
      hooks:
        - type: command
          command: ./check.sh
---
Branch: !\`git branch\`, and code like \`!x\` or a!\`b\`.
`;
  deepEqual(runs("skill", text), [
    'hook "PreToolUse": ./check.sh',
    "command in the text: git branch",
  ]);
});

Deno.test("instructions() gives front matter's description and the text below, each at its place", () => {
  const text = '---\r\nname: notes\r\ndescription: "Works: with notes"\r\n---\r\n# Notes\r\n';
  const { item, body } = instructions({ kind: "skill", text })!;
  deepEqual([item.owner, item.name], ["skill", "notes"]);
  deepEqual(item.texts.map(({ role, value }) => [role, value.text]), [
    ["description", "Works: with notes"],
    ["instructions", "# Notes\r\n"],
  ]);
  equal(text.slice(body.start, body.end), "# Notes\r\n");
  equal(instructions({ kind: "json", text }), undefined);
});

Deno.test("a file without front matter, or whose front matter is not closed, is all text", () => {
  for (const text of ["# A\n---\nname: x\n---\n", "---\nname: x\n", "", "---"]) {
    const { item } = instructions({ kind: "instructions", text })!;
    deepEqual(item.texts.map(({ value }) => value.text), [text]);
    equal(item.name, "");
  }
});

Deno.test("a fault in front matter is told of a skill, and borne in an editor's rules", () => {
  const text = "---\nname: notes\nglobs: a: b\n---\nText\n";
  equal(clientFile({ kind: "instructions", text }).malformed, undefined);
  equal(
    clientFile({ kind: "skill", text }).malformed,
    "Invalid YAML at 3:8: block as implicit key",
  );
});

Deno.test("more commands than are read, and longer texts, are cut", () => {
  const hook = '{ "hooks": [{ "command": "x" }] }';
  const many = `{ ${
    Array.from({ length: 4 }, (_, i) =>
      `"p${i}": { "hooks": { "Stop": [${Array(900).fill(hook).join(",")}] } }`).join(",")
  } }`;
  const file = clientFile({ kind: "json", text: many });
  deepEqual([file.config.runs.length, file.cut], [2000, true]);
  const long = instructions({ kind: "instructions", text: "x ".repeat(300_000) })!;
  deepEqual([long.cut, long.body.end], [true, 512 * 1024]);
});
