// `init` as a user meets it: what it writes, what it never writes over, and that what it writes
// works as it stands.

import assert from "node:assert/strict";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { schemaText } from "../../src/cli/mod.ts";
import {
  type CliResult,
  MAIN,
  ROOT,
  runCli,
  type RunOptions,
  spawnCli,
} from "../support/run_cli.ts";
import { plant, type Tree, withFolder } from "../support/temp_folder.ts";

const HTTP = '{"mcpServers":{"crm":{"type":"http","url":"http://crm.example.com/mcp"}}}';
const SETTINGS = ".mcp-sentinel.yaml";
const BASELINE = ".mcp-sentinel-baseline.json";
const PROJECT: Tree = {
  ".git/": "",
  ".mcp.json": HTTP,
  "server.py": "x = 1\n",
  "pyproject.toml": '[project]\nname = "a"\nversion = "1"\ndependencies = ["fastmcp==99.0.0"]\n',
};
const EVERYTHING = ["init", "--yes", "--no-scan", "--github", "--gitlab", "--pre-commit"];

async function inProject(
  tree: Tree,
  test: (
    folder: string,
    line: (args: readonly string[], options?: RunOptions) => Promise<CliResult>,
  ) => Promise<void>,
): Promise<void> {
  await withFolder({ "home/": "" }, async (above) => {
    const folder = join(above, "project");
    await plant(folder, { ...PROJECT, ...tree });
    const env = { HOME: join(above, "home") };
    await test(folder, (args, options) => runCli(args, { cwd: folder, env, ...options }));
  });
}

/** Paths of all files but those of the project itself. */
async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const walk = async (at: string): Promise<void> => {
    for await (const { name, isDirectory } of Deno.readDir(join(folder, at))) {
      const path = at === "" ? name : `${at}/${name}`;
      if (isDirectory) await walk(path);
      else if (!Object.hasOwn(PROJECT, path)) paths.push(path);
    }
  };
  await walk("");
  return paths.sort();
}

Deno.test("init looks at the project, shows what it writes, and writes it", async () => {
  await inProject({}, async (folder, line) => {
    const { code, stdout, stderr } = await line(["init", "--yes", "--no-scan"]);
    assert.deepEqual([code, stdout], [0, ""]);
    assert.match(stderr, /project: 1 Python, SDK fastmcp, client configuration \.mcp\.json\n/);
    assert.deepEqual(await filesIn(folder), [
      ".mcp-sentinel-ignore.yaml",
      ".mcp-sentinel.schema.json",
      SETTINGS,
    ]);
    const text = await Deno.readTextFile(join(folder, SETTINGS));
    assert.match(text, /^# yaml-language-server: \$schema=\.mcp-sentinel\.schema\.json\n/);
    for (const written of text.trimEnd().split("\n")) assert.ok(stderr.includes(`  ${written}\n`));
    assert.equal(await Deno.readTextFile(join(folder, ".mcp-sentinel.schema.json")), schemaText());
  });
});

Deno.test("what init writes is right, with every line that it proposes, and has no finding", async () => {
  await inProject({ ".mcp.json": "{}" }, async (folder, line) => {
    const first = await line([...EVERYTHING, "--fail-on", "low"]);
    assert.equal(first.code, 0, first.stderr);
    assert.deepEqual(await filesIn(folder), [
      ".github/workflows/mcp-sentinel.yml",
      ".gitlab-ci.yml",
      ".mcp-sentinel-ignore.yaml",
      ".mcp-sentinel.schema.json",
      SETTINGS,
      ".pre-commit-config.yaml",
    ]);
    const { code, stdout } = await line(["scan", "-o", "json", "--persona", "auditor"]);
    const { findings, notes, diagnostics, configuration } = JSON.parse(stdout);
    assert.deepEqual([findings, notes, diagnostics, configuration.files], [[], [], [], [SETTINGS]]);
    assert.equal(code, 0);
    const shown = await line(["config", "show", "--origin"]);
    assert.match(shown.stdout, /^scan\.fail-on {2,}low {2,}\.mcp-sentinel\.yaml:\d+$/m);
    // Lines that are proposed: comments that hold a key or an item.
    const text = await Deno.readTextFile(join(folder, SETTINGS));
    const open = text.replaceAll(
      /^( *)# ((?: *(?:- )?[a-z-]+:)(?: .*)?)$/gm,
      (whole, space, kept) =>
        /language-server|Settings|SDKs|Client|Rules|severity on|It fails/.test(whole)
          ? whole
          : space + kept,
    );
    const settings = parse(open);
    assert.deepEqual(Object.keys(settings), ["version", "scan", "rules", "baseline"]);
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(schemaText()));
    assert.ok(validate(settings), JSON.stringify(validate.errors));
    await plant(folder, { [SETTINGS]: open });
    assert.equal((await line(["config", "show"])).code, 0);
  });
});

Deno.test("pipelines of init run lines that the program knows, under the grants that they give", async () => {
  const { name, version } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  const ci = await Deno.readTextFile(join(ROOT, ".github/workflows/ci.yml"));
  await inProject({}, async (folder, line) => {
    await line(EVERYTHING);
    for (
      const path of [
        ".github/workflows/mcp-sentinel.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
      ]
    ) {
      const text = await Deno.readTextFile(join(folder, path));
      parse(text);
      const [, deno, grants, program, args] =
        /npx -y (deno@[\d.]+) run ((?:--allow-\S+ )+)(\S+) (scan.*)$/m.exec(text) ?? [];
      assert.equal(program, `jsr:${name}@${version}`);
      assert.ok(ci.includes(` ${deno}\n`), deno);
      if (args!.includes("--staged")) {
        assert.equal((await runCli([...args!.split(" "), "--help"])).code, 0);
        continue;
      }
      const { code, stdout } = await spawnCli(args!.split(" "), {
        denoArgs: grants!.trim().split(" "),
        entry: MAIN,
        cwd: folder,
      });
      assert.equal(code, 1);
      assert.match(stdout, /rule: mcp-plain-http/);
    }
    const [checkout] = /actions\/checkout@\w+/.exec(ci) ?? [];
    const workflow = await Deno.readTextFile(join(folder, ".github/workflows/mcp-sentinel.yml"));
    assert.ok(workflow.includes(checkout!));
  });
});

Deno.test("init writes over nothing unless --force says so", async () => {
  const mine = "# mine\nscan: { fail-on: low }\n";
  const tree = {
    [SETTINGS]: mine,
    ".gitlab-ci.yml": "a: {}\n",
    ".pre-commit-config.yaml": "repos: []\n",
  };
  await inProject(tree, async (folder, line) => {
    const read = (path: string) => Deno.readTextFile(join(folder, path));
    const { code, stderr } = await line(EVERYTHING);
    assert.equal(code, 0);
    assert.match(stderr, /\.mcp-sentinel\.yaml is there and stays as it is \(--force/);
    assert.match(
      stderr,
      /Add to \.gitlab-ci\.yml:\n\ninclude:\n {2}- local: \.gitlab\/mcp-sentinel\.yml/,
    );
    assert.match(stderr, /Add to "repos" in \.pre-commit-config\.yaml:/);
    assert.equal(await read(SETTINGS), mine);
    await line([...EVERYTHING, "--force"]);
    assert.match(await read(SETTINGS), /yaml-language-server/);
    // Files that are shared with others are never written over.
    assert.deepEqual([await read(".gitlab-ci.yml"), await read(".pre-commit-config.yaml")], [
      "a: {}\n",
      "repos: []\n",
    ]);
  });
});

Deno.test({
  name: "init follows no link out of the project, --force or not",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    for (const path of [SETTINGS, ".github"]) {
      await inProject({}, async (folder, line) => {
        await plant(join(folder, ".."), { "other/.keep": "", "victim": "mine\n" });
        await Deno.symlink(path === SETTINGS ? "../victim" : "../other", join(folder, path));
        const { code, stderr } = await line([...EVERYTHING, "--force"]);
        assert.equal(code, 2);
        assert.match(stderr, /is no plain file of the project/);
        assert.equal(await Deno.readTextFile(join(folder, "../victim")), "mine\n");
        assert.deepEqual(Array.from(Deno.readDirSync(join(folder, "../other"))).length, 1);
      });
    }
  },
});

Deno.test("init needs --yes without a terminal, and writes nothing where it only shows", async () => {
  await inProject({}, async (folder, line) => {
    const { code, stderr } = await line(["init"]);
    assert.equal(code, 3);
    assert.match(stderr, /Expected --yes where there is no terminal/);
    const dry = await line(["init", "--dry-run", "--github"]);
    assert.equal(dry.code, 0);
    assert.match(dry.stderr, /^\.github\/workflows\/mcp-sentinel\.yml\n {2}name: MCP Sentinel$/m);
    assert.deepEqual(await filesIn(folder), []);
  });
});

Deno.test("init asks on a terminal, and takes no for an answer", async () => {
  await inProject(
    { ".github/CODEOWNERS": "* @a\n", ".github/dependabot.yml": "version: 2\n" },
    async (folder, line) => {
      const refused = await line(["init"], { answers: ["medium", "", "", "", "n"] });
      assert.equal(refused.code, 0);
      assert.match(
        refused.stderr,
        /A workflow for GitHub\? \[Y\/n\].*A job for GitLab\? \[y\/N\]/s,
      );
      assert.match(refused.stderr, /Nothing was written\n$/);
      const own = [".github/CODEOWNERS", ".github/dependabot.yml"];
      assert.deepEqual(await filesIn(folder), own);
      // The end of input is no consent.
      await line(["init"], { answers: ["medium"] });
      assert.deepEqual(await filesIn(folder), own);
      // Severity, GitHub as proposed, no GitLab, no pre-commit, write, and a baseline in the end.
      const { code, stdout, stderr } = await line(["init"], {
        answers: ["medium", "", "n", "", "", "y"],
      });
      assert.equal(code, 0, stderr);
      assert.match(stdout, /rule: mcp-plain-http/);
      assert.deepEqual(
        await filesIn(folder),
        [
          ...own,
          ".github/workflows/mcp-sentinel.yml",
          BASELINE,
          ".mcp-sentinel-ignore.yaml",
          ".mcp-sentinel.schema.json",
          SETTINGS,
        ].sort(),
      );
      const text = await Deno.readTextFile(join(folder, SETTINGS));
      assert.match(text, /^ {2}fail-on: medium$/m);
      assert.match(text, /^baseline:\n {2}file: \.mcp-sentinel-baseline\.json$/m);
    },
  );
});

Deno.test("after init with a baseline only what is new fails", async () => {
  await inProject({}, async (folder, line) => {
    const { code, stderr } = await line(["init", "--yes", "--save-baseline"]);
    assert.equal(code, 0, stderr);
    assert.equal((await line(["scan"])).code, 0);
    await plant(folder, { "new/.mcp.json": HTTP });
    const { code: after, stdout } = await line(["scan", "-o", "json"]);
    assert.equal(after, 1);
    const { findings } = JSON.parse(stdout) as { findings: { file: string; baseline: string }[] };
    assert.deepEqual(findings.map(({ file, baseline }) => [file, baseline]), [
      [".mcp.json", "unchanged"],
      ["new/.mcp.json", "new"],
    ]);
  });
});

Deno.test("init sets up a project that has nothing yet", async () => {
  await withFolder({ ".git/": "" }, async (cwd) => {
    const { code, stderr } = await runCli(["init", "--yes"], { cwd });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /no source that rules read/);
  });
});
