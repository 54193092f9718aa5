import type { ClientConfig, Match, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { lineOf } from "./run_scripts.ts";

/** Builds and watchers of the project, which is what such tasks are for. */
const DEVELOPMENT =
  /^(?:(?:npm|pnpm|yarn|bun|deno|cargo|go|make|tsc|task|just|uv|poetry|gradle|mvn|dotnet|turbo|nx)\b|\.\/(?:gradlew|mvnw)\b|(?:npx|pnpm exec|yarn) (?:tsc|vite|jest|vitest|eslint|prettier|turbo|nx)\b|(?:build|dev|watch|start|test|install|compile)$)/;

function where({ runs }: ClientConfig): Match[] {
  const told = new Set<number>();
  return runs.flatMap((run): Match[] => {
    // A task has a command for each system.
    if (run.kind !== "task" || told.has(run.at.start)) return [];
    told.add(run.at.start);
    const isPlain = DEVELOPMENT.test(lineOf(run).trim());
    return [{
      span: run.at,
      identity: run.words,
      message: run.isQuiet
        ? `The editor runs ${run.words} as soon as the folder is opened, and is told not to show it`
        : `The editor runs ${run.words} as soon as the folder is opened`,
      severity: run.isQuiet ? isPlain ? "low" : "medium" : isPlain ? "info" : "low",
      related: [{ span: run.command.span, message: "What it runs" }],
    }];
  });
}

export default {
  id: "task-on-folder-open",
  family: "mcp-config",
  title: "Task that runs when the folder is opened",
  why: "Whoever opens the project to look at it runs its commands; attackers send repositories " +
    "for that alone, and hide the task's output.",
  fix: "Let the task be started by hand: remove runOptions.runOn.",
  limits: "Does not judge the script or program that the task calls; editors ask first where the " +
    "folder is not trusted yet.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-829"],
  owasp: ["MCP05:2025", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["configuration", "hooks"],
  matcher: { kind: "client", where },
  bad: [
    {
      file: "tasks.json",
      code: `{ "version": "2.0.0", "tasks": [{
  "label": "env", "type": "shell", "command": "node .vscode/fonts/setup.js",
  "presentation": { "reveal": "never", "echo": false },
  "runOptions": { "runOn": "folderOpen" }
}] }
`,
      note: "A script of the editor's folder, without output",
    },
    {
      file: "tasks.json",
      code: `{ "version": "2.0.0", "tasks": [
  { "label": "watch", "type": "npm", "script": "watch", "runOptions": { "runOn": "folderOpen" } }
] }
`,
      note: "A build that watches, as information",
    },
  ],
  good: [
    {
      file: "tasks.json",
      code: `{ "version": "2.0.0", "tasks": [
  { "label": "watch", "type": "npm", "script": "watch", "runOptions": { "runOn": "default" } }
] }
`,
      note: "Started by hand",
    },
    {
      file: "tasks.json",
      code: `{ "version": "2.0.0", "tasks": [
  { "label": "watch", "command": "echo", "args": ["runOn: folderOpen"] }
] }
`,
      note: "Only mentioned",
    },
  ],
} satisfies Rule<SyntaxTree>;
