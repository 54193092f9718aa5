import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { clientPlaces } from "../../src/cli/client_places.ts";
import type { Io } from "../../src/cli/mod.ts";
import { runCli, spawnCli } from "../support/run_cli.ts";
import { plant, withFolder } from "../support/temp_folder.ts";

const CURSOR = '{ "mcpServers": { "notes": { "command": "npx", "args": ["-y", "notes-mcp"] } } }\n';
const CODEX = '[mcp_servers.crm]\nurl = "https://user:pw@crm.example/mcp?key=1"\n';
const GOOSE = "extensions:\n  dev:\n    type: stdio\n    cmd: uvx\n    args: [dev-mcp]\n";
const HOOKS = '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "ls" }] }] } }\n';

Deno.test("discover lists each client's configuration with its servers, and shows no secret", async () => {
  await withFolder({}, async (folder) => {
    await plant(folder, {
      "home/.cursor/mcp.json": CURSOR,
      "home/.codex/config.toml": CODEX,
      "home/.config/goose/config.yaml": GOOSE,
      "home/.claude/settings.json": HOOKS,
      "project/.mcp.json": '{ "mcpServers": {',
    });
    const options = { cwd: join(folder, "project"), env: { HOME: join(folder, "home") } };
    const { code, stdout, stderr } = await runCli(["discover"], options);
    equal(stderr, "");
    equal(
      stdout.replaceAll(folder, ""),
      `Claude Code (user)  ~/.claude/settings.json
  runs by itself: 1 command
Claude Code (project)  /project/.mcp.json
  ! Invalid JSON at 1:18: close brace expected
Cursor (user)  ~/.cursor/mcp.json
  notes  npx
Codex (user)  ~/.codex/config.toml
  crm  https://crm.example
Goose (user)  ~/.config/goose/config.yaml
  dev  uvx

5 configurations, 3 servers
`,
    );
    equal(code, 0);
    const json = JSON.parse((await runCli(["discover", "-o", "json"], options)).stdout);
    deepEqual(json.configurations[3], {
      client: "Codex",
      scope: "user",
      path: join(folder, "home/.codex/config.toml"),
      servers: [{ name: "crm", transport: "remote", start: "https://crm.example" }],
      commands: 0,
    });
  });
});

Deno.test("scan --clients scans what discover lists, beside other targets", async () => {
  await withFolder({}, async (folder) => {
    await plant(folder, {
      "home/.cursor/mcp.json": CURSOR,
      "home/.config/goose/config.yaml": GOOSE,
    });
    await plant(folder, { "project/server.py": "eval(input())\n" });
    const options = { cwd: join(folder, "project"), env: { HOME: join(folder, "home") } };
    const args = ["scan", "--clients", "-o", "json", "--fail-on", "none"];
    const report = JSON.parse((await runCli(args, options)).stdout);
    const found = report.findings.map((each: { ruleId: string; file: string }) =>
      `${each.file} ${each.ruleId}`
    );
    deepEqual(found, [
      ".config/goose/config.yaml config-unpinned-package",
      ".cursor/mcp.json config-unpinned-package",
    ]);
    const both = JSON.parse((await runCli([...args, "."], options)).stdout);
    equal(both.coverage.analysed, 3);
  });
});

Deno.test("scan --clients fails where no configuration is found, or no home is known", async () => {
  await withFolder({}, async (folder) => {
    const options = { cwd: folder, env: { HOME: folder } };
    const none = await runCli(["scan", "--clients"], options);
    deepEqual([none.code, none.stderr.split("\n")[0]], [
      2,
      "error: No client configuration was found",
    ]);
    equal((await runCli(["discover"], options)).stdout, "No client configuration was found\n");
    const homeless = await runCli(["scan", "--clients"], { cwd: folder });
    equal(homeless.code, 3);
    match(homeless.stderr, /hint: Set HOME \(or USERPROFILE\)/);
  });
});

Deno.test("discover names the flag for places that it may not read", async () => {
  await withFolder({}, async (folder) => {
    await plant(folder, { ".cursor/mcp.json": CURSOR });
    const { code, stdout, stderr } = await spawnCli(["discover"], {
      cwd: folder,
      env: { HOME: folder },
      denoArgs: ["--allow-env=HOME", `--allow-read=${folder}/.cursor`],
    });
    equal(code, 0);
    match(stdout, /^Cursor \(user\) {2}~\/\.cursor\/mcp\.json\n {2}notes {2}npx\n/);
    match(stderr, /^Not allowed to look into \d+ places\. Add --allow-read=.*\.claude\.json,/);
  });
});

Deno.test("discover fills in the names of profiles, extensions and agents", async () => {
  await withFolder({}, async (folder) => {
    const server = (name: string) => `{ "mcpServers": { "${name}": { "command": "a" } } }`;
    await plant(folder, {
      "home/.config/Code/User/profiles/-1a2b/mcp.json":
        '{ "servers": { "two": { "command": "b" } } }',
      "home/.config/Code/User/profiles/5c/settings.json": "{}",
      "home/.config/Code/User/profiles/5c/other.json": server("no"),
      "home/.claude/plugins/cache/market/tool/1.0.0/.mcp.json": server("plugin"),
      "home/.continue/mcpServers/notes.yaml": "mcpServers:\n  - name: notes\n    command: c\n",
      "home/.codex/review.config.toml": '[mcp_servers.crm]\ncommand = "d"\n',
      "project/.gemini/extensions/docs/gemini-extension.json": server("docs"),
      "project/.kiro/agents/writer.json": server("writer"),
      "project/.kiro/agents/deep/writer.json": server("no"),
    });
    const options = { cwd: join(folder, "project"), env: { HOME: join(folder, "home") } };
    const { code, stdout, stderr } = await runCli(["discover", "-o", "json"], options);
    deepEqual([code, stderr], [0, ""]);
    const { configurations } = JSON.parse(stdout);
    deepEqual(
      configurations.map(({ client, scope, path, servers }: Record<string, unknown>) => [
        client,
        scope,
        String(path).slice(folder.length + 1),
        (servers as { name: string }[]).map(({ name }) => name),
      ]),
      [
        ["Claude Code", "user", "home/.claude/plugins/cache/market/tool/1.0.0/.mcp.json", [
          "plugin",
        ]],
        ["VS Code", "user", "home/.config/Code/User/profiles/-1a2b/mcp.json", ["two"]],
        ["VS Code", "user", "home/.config/Code/User/profiles/5c/settings.json", []],
        ["Continue", "user", "home/.continue/mcpServers/notes.yaml", ["notes"]],
        ["Gemini CLI", "project", "project/.gemini/extensions/docs/gemini-extension.json", [
          "docs",
        ]],
        ["Codex", "user", "home/.codex/review.config.toml", ["crm"]],
        ["Kiro", "project", "project/.kiro/agents/writer.json", ["writer"]],
      ],
    );
  });
});

Deno.test("clientPlaces() follows each system's own folders", () => {
  const io = (os: Io["os"], env: Readonly<Record<string, string>>) =>
    ({ os, env: (name: string) => env[name], cwd: () => "/p" }) as unknown as Io;
  const desktop = (os: Io["os"], env: Readonly<Record<string, string>>) =>
    clientPlaces(io(os, env)).filter(({ client }) => client === "Claude Desktop")
      .map(({ absolute }) => absolute);
  deepEqual(desktop("darwin", { HOME: "/Users/me" }), [
    "/Users/me/Library/Application Support/Claude/claude_desktop_config.json",
  ]);
  deepEqual(desktop("linux", { HOME: "/home/me", XDG_CONFIG_HOME: "/x" }), [
    "/x/Claude/claude_desktop_config.json",
  ]);
  deepEqual(desktop("linux", { HOME: "/home/me" }), [
    "/home/me/.config/Claude/claude_desktop_config.json",
  ]);
  deepEqual(desktop("windows", { USERPROFILE: "/u/me", APPDATA: "/u/me/R" }), [
    "/u/me/R/Claude/claude_desktop_config.json",
  ]);
  deepEqual(desktop("linux", {}), []);
});
