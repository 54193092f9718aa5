import assert from "node:assert/strict";
import type { Match, Rule } from "../../src/core/mod.ts";
import type { SyntaxTree } from "../../src/syntax/mod.ts";
import fc from "fast-check";
import { scanTexts } from "../support/scan_text.ts";
import { madeUpToken } from "../support/secrets.ts";

const SERVER = `import os
def a(x):
    os.system("ls " + x)
def b(y):
    os.system("ls " + y)
def c(y):
    os.system("ls " + y)
`;

Deno.test("a finding has its place in lines and columns and one line of source", async () => {
  const { findings } = await scanTexts({ "s.py": SERVER });
  const [first] = findings;
  assert.deepEqual(first!.location, {
    file: "s.py",
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 24,
  });
  const { text, start, end } = first!.snippet;
  assert.equal(text, `    os.system("ls " + x)`);
  assert.equal(text.slice(start, end), `os.system("ls " + x`);
});

Deno.test("a call in the callback of another is a finding of its own", async () => {
  const { findings } = await scanTexts({
    "a.js": `const { exec } = require("child_process");
exec("ls " + a, () => {
  exec("rm " + b);
});
`,
  });
  assert.deepEqual(findings.map(({ location }) => location.line), [2, 3]);
});

Deno.test("fingerprints are pairwise distinct, equal code included", async () => {
  const { findings } = await scanTexts({ "s.py": SERVER, "t.py": SERVER });
  assert.equal(findings.length, 6);
  assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 6);
  // Such as only a formatter tells apart.
  const calls = ["os.system(x)", "os.system( x )", "os.system(\n        x,\n    )"];
  const text = `import os\ndef f(x):\n${calls.map((call) => `    ${call}\n`).join("")}`;
  const formatted = (await scanTexts({ "s.py": text })).findings;
  assert.equal(formatted.length, 3);
  assert.equal(new Set(formatted.map(({ fingerprint }) => fingerprint)).size, 3);
});

Deno.test("fingerprints survive inserted lines, other line ends and reformatting", async () => {
  const prints = async (text: string): Promise<string[]> =>
    (await scanTexts({ "s.py": text })).findings.map(({ fingerprint }) => fingerprint);
  const before = await prints(SERVER);
  const lines = SERVER.split("\n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(lines.length - 2), { maxLength: 5 }),
      async (places) => {
        const edited = [...lines];
        for (const at of places) edited.splice(at, 0, "# a comment");
        assert.deepEqual(await prints(edited.join("\n")), before);
      },
    ),
    { numRuns: 25 },
  );
  assert.deepEqual(await prints(SERVER.replaceAll("\n", "\r\n")), before);
});

Deno.test("a newly leaked token is a new finding, though it stands where the old one stood", async () => {
  const scanToken = async (seed: number): Promise<string> => {
    const text = `k = "${madeUpToken("GitHub token", seed)}"\n`;
    return (await scanTexts({ "s.py": text })).findings[0]!.fingerprint;
  };
  assert.notEqual(await scanToken(1), await scanToken(2));
  assert.equal(await scanToken(1), await scanToken(1));
});

Deno.test("a secret is masked in every finding of its line, not only in its own", async () => {
  const token = madeUpToken("GitHub token");
  const { findings } = await scanTexts({
    "s.py": `import os\nos.system("curl -H ${token} " + x)\n`,
  });
  assert.deepEqual(findings.map(({ ruleId }) => ruleId), ["command-injection", "provider-token"]);
  for (const finding of findings) assert.ok(!JSON.stringify(finding).includes(token));
  const { text, start, end } = findings[1]!.snippet;
  assert.equal(text.slice(start, end), "ghp_****");
});

Deno.test("rules that report the same place name each other", async () => {
  const { findings } = await scanTexts({
    "s.py": `import os\nos.system("curl -H ${madeUpToken("npm token")} " + x)\n`,
  });
  assert.match(findings[0]!.related[0]!.message, /provider-token/);
  assert.match(findings[1]!.related[0]!.message, /command-injection/);
});

function textRule(id: string, matches: (hit: RegExpExecArray) => Match): Rule<SyntaxTree> {
  return {
    id,
    family: "secrets",
    title: id,
    why: "",
    fix: "",
    limits: "",
    severity: "low",
    confidence: "low",
    cwe: [],
    owasp: [],
    atlas: [],
    since: "0",
    tags: [],
    matcher: {
      kind: "text",
      files: "all",
      patterns: [{ keywords: ["hit"], expression: /hit\w{0,9}/g, where: matches }],
    },
    bad: [],
    good: [],
  };
}

Deno.test("one finding per place and rule: the more certain wins", async () => {
  const rule = textRule(
    "sure",
    (hit) => ({ span: { start: hit.index, end: hit.index + 4 }, message: "low" }),
  );
  const twice: Rule<SyntaxTree> = {
    ...rule,
    matcher: {
      kind: "text",
      files: "all",
      patterns: [
        {
          keywords: ["hit"],
          expression: /hits/g,
          where: (hit) => ({ span: { start: hit.index, end: hit.index + 4 }, message: "unsure" }),
        },
        {
          keywords: ["hit"],
          expression: /its/g,
          where: (hit) => ({
            span: { start: hit.index, end: hit.index + 3 },
            message: "sure",
            confidence: "high",
          }),
        },
      ],
    },
  };
  const { findings } = await scanTexts({ "s.py": "hits\n" }, [twice]);
  assert.deepEqual(findings.map(({ message }) => message), ["sure"]);
});

Deno.test("a rule that throws costs a diagnostic and completeness, not the other rules", async () => {
  const broken = textRule("broken-rule", () => {
    throw new Error("no such thing");
  });
  const fine = textRule(
    "fine-rule",
    (hit) => ({ span: { start: hit.index, end: hit.index + 3 }, message: "fine" }),
  );
  const report = await scanTexts({ "s.py": "hit\n" }, [broken, fine]);
  assert.deepEqual(report.findings.map(({ ruleId }) => ruleId), ["fine-rule"]);
  assert.deepEqual(report.diagnostics, [{
    kind: "rule-failed",
    file: "s.py",
    message: 'Rule "broken-rule" failed: no such thing',
  }]);
  assert.equal(report.complete, false);
});

Deno.test("matches beyond the bound are counted in a diagnostic, and their secrets still masked", async () => {
  const masked = textRule("many-hits", (hit) => {
    const span = { start: hit.index, end: hit.index + hit[0].length };
    return { span, message: "hit", secret: span };
  });
  const other = textRule(
    "last-hit",
    (hit) => ({ span: { start: hit.index, end: hit.index + 1 }, message: "x" }),
  );
  const only = {
    ...other,
    matcher: {
      ...other.matcher,
      patterns: [{
        keywords: ["hit"],
        expression: /last hit\d{1,4}/g,
        where: (hit: RegExpExecArray): Match => ({
          span: { start: hit.index, end: hit.index + 4 },
          message: "x",
        }),
      }],
    },
  } as Rule<SyntaxTree>;
  const text = Array.from({ length: 700 }, (_, i) => `${i === 699 ? "last " : ""}hit${1000 + i}`)
    .join("\n");
  const report = await scanTexts({ "s.py": text }, [masked, only]);
  assert.match(report.diagnostics[0]!.message, /700 matches; the gravest 500/);
  const last = report.findings.find(({ ruleId }) => ruleId === "last-hit")!;
  assert.equal(last.snippet.text, "last ****");
});

Deno.test("a long line is cut around the match", async () => {
  const text = `import os; ${"a = 1; ".repeat(200)}os.system("x" + y)${"; b = 2".repeat(200)}\n`;
  const { findings: [finding] } = await scanTexts({ "s.py": text });
  const { text: shown, start, end } = finding!.snippet;
  assert.ok(shown.length < 500 && shown.startsWith("…") && shown.endsWith("…"));
  assert.equal(shown.slice(start, end), `os.system("x" + y`);
});

Deno.test("a notebook's findings stand at their true lines", async () => {
  const notebook = JSON.stringify(
    { cells: [{ cell_type: "code", source: ["import os\n", 'os.system("a" + x)'] }], metadata: {} },
    null,
    1,
  );
  const { findings: [finding] } = await scanTexts({ "n.ipynb": notebook });
  const line = notebook.split("\n").findIndex((text) => text.includes("os.system")) + 1;
  assert.equal(finding!.location.line, line);
  assert.match(finding!.snippet.text, /os\.system/);
});

Deno.test("files with syntax errors are analysed and counted", async () => {
  const report = await scanTexts({ "s.py": "import os\ndef f(:\nos.system('a' + x)\n" });
  assert.equal(report.coverage.parseErrors, 1);
  assert.equal(report.findings.length, 1);
});

Deno.test("coverage adds up: found is analysed plus every skip", async () => {
  const { coverage } = await scanTexts({ "a.py": "", "b.go": "package b\n" });
  assert.deepEqual(coverage, { found: 2, analysed: 2, parseErrors: 0, inPart: 0, skipped: {} });
});

Deno.test("no number of decoys hides a graver match of the same rule", async () => {
  const decoys = Array.from({ length: 600 }, () => `os.system("ls " + os.environ["A"])`).join("\n");
  const { findings } = await scanTexts({
    "s.py": `import os\n${decoys}\ndef f(x):\n    os.system("ls " + x)\n`,
  });
  assert.equal(findings.length, 500);
  assert.equal(findings.at(-1)!.severity, "high");
});

Deno.test("a failure of one file is a diagnostic, and the other files are scanned", async () => {
  const fails = textRule("fails-late", () => ({
    span: { start: 0, end: 3 },
    message: undefined as unknown as string,
  }));
  const fine = textRule("fine-rule", (hit) => ({
    span: { start: hit.index, end: hit.index + 3 },
    message: "fine",
  }));
  const onlyA = {
    ...fails,
    matcher: {
      kind: "text",
      files: ["python"],
      patterns: [{
        keywords: ["hit"],
        expression: /hit/g,
        where: (hit: RegExpExecArray): Match => ({
          span: { start: hit.index, end: hit.index + 3 },
          message: undefined as unknown as string,
        }),
      }],
    },
  } as Rule<SyntaxTree>;
  const report = await scanTexts({ "a.py": "hit\n", "b.go": "// hit\n" }, [onlyA, fine]);
  assert.deepEqual(report.findings.map(({ location }) => location.file), ["b.go"]);
  assert.equal(report.diagnostics[0]!.kind, "analysis-failed");
  assert.equal(report.complete, false);
});

Deno.test("a report is plain data: it survives structuredClone", async () => {
  const report = await scanTexts({ "s.py": SERVER });
  assert.deepEqual(structuredClone(report), report);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

Deno.test("a message is cut where no reader would read on, its secrets masked first", async () => {
  const token = madeUpToken("GitHub token");
  const rule = textRule("long-winded", (hit) => ({
    span: { start: hit.index, end: hit.index + 3 },
    message: `Saw ${token} ${"x".repeat(5000)}`,
    secret: { start: 4, end: 4 + token.length },
  }));
  const { findings: [finding] } = await scanTexts({ "s.py": `hit ${token}\n` }, [rule]);
  assert.ok(finding!.message.startsWith("Saw ghp_**** xxx") && finding!.message.endsWith("…"));
  assert.ok(finding!.message.length < 420);
});

Deno.test("of secrets that share their start the longest is masked", async () => {
  const rule = textRule("two-secrets", (hit) => ({
    span: { start: hit.index, end: hit.index + 3 },
    message: "key abcdefghijklmnopqrst and abcdefgh",
    secret: hit.index === 0 ? { start: 4, end: 12 } : { start: 17, end: 37 },
  }));
  const text = "hit abcdefgh hit abcdefghijklmnopqrst\n";
  const { findings } = await scanTexts({ "s.py": text }, [rule]);
  assert.deepEqual(findings.map(({ message }) => message), Array(2).fill("key abcd**** and ****"));
});

Deno.test("equal phrases of two tools are told apart by the tool, not by their order", async () => {
  const named = (names: readonly string[]): string => names.map((name) => `hit${name}`).join("\n");
  const rule = textRule("named-rule", (hit) => ({
    span: { start: hit.index, end: hit.index + 3 },
    message: "hit",
    identity: hit[0],
  }));
  const prints = async (names: readonly string[]): Promise<string[]> =>
    (await scanTexts({ "s.py": named(names) }, [rule])).findings.map((each) => each.fingerprint);
  const [first, second] = await prints(["A", "B"]);
  assert.notEqual(first, second);
  assert.deepEqual(await prints(["B"]), [second]);
});

Deno.test("a match at the very end of a line has a snippet inside the line", async () => {
  const rule = textRule("line-end", (hit) => ({
    span: { start: hit.index + 3, end: hit.index + 4 },
    message: "end",
  }));
  const { findings: [finding] } = await scanTexts({ "s.py": "hit\nx\n" }, [rule]);
  assert.deepEqual(finding!.snippet, { text: "hit", start: 3, end: 3 });
});

Deno.test("a finding in a test, an example or vendored code is low and says where it is", async () => {
  const report = await scanTexts({
    "src/a.py": SERVER,
    "tests/a.py": SERVER,
    "examples/a.py": SERVER,
    "vendor/x/a.py": SERVER,
    "testdata/a.py": SERVER,
    "src/test_a.py": SERVER,
  });
  const of = (file: string) => report.findings.filter(({ location }) => location.file === file);
  assert.deepEqual(of("src/a.py").map(({ severity }) => severity), ["high", "high", "high"]);
  for (
    const [file, words] of [
      ["tests/a.py", "in a test"],
      ["src/test_a.py", "in a test"],
      ["examples/a.py", "in an example"],
      ["vendor/x/a.py", "in vendored code"],
      ["testdata/a.py", "in test data"],
    ] as const
  ) {
    for (const { severity, message } of of(file)) {
      assert.equal(severity, "low");
      assert.ok(message.endsWith(`(${words})`), message);
    }
    assert.equal(of(file).length, 3);
  }
});
