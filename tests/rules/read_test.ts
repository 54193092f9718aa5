// Files of rules: what is taken, and what is said of what is not, with its place.

import assert from "node:assert/strict";
import { FAMILIES } from "../../src/core/mod.ts";
import { problems, read, ruleFile, SYNTAX_RULE, TEXT_RULE } from "./_rules.ts";

Deno.test("readRules() takes every field of a rule", async () => {
  const text = ruleFile(SYNTAX_RULE, {
    family: "data-flow",
    cwe: "[CWE-78, CWE-9999]",
    owasp: "['MCP05:2025']",
    atlas: "[AML.T0053, AML.T0051.000]",
    tags: "[doors]",
    since: "'2.0'",
    why: "|\n  Anybody\n  comes in.\n",
  });
  const { rules, problems } = await read(text);
  assert.deepEqual(problems, []);
  const { matcher, ...rest } = rules[0]!;
  assert.equal(matcher.kind, "syntax");
  assert.deepEqual(rest, {
    id: "open-door",
    family: "data-flow",
    title: "The door is open",
    why: "Anybody comes in.",
    fix: "Close the door.",
    limits: "Sees doors with a name.",
    severity: "medium",
    confidence: "high",
    cwe: ["CWE-78", "CWE-9999"],
    owasp: ["MCP05:2025"],
    atlas: ["AML.T0053", "AML.T0051.000"],
    tags: ["doors"],
    since: "2.0",
    bad: [{ note: "open", file: "a.py", code: "door.open(1)" }],
    good: [{ note: "closed", file: "a.py", code: "door.close(1)" }],
  });
});

Deno.test("readRules() takes a list of rules and a rule alone, in the order of the files", async () => {
  const list = `rules:\n${
    ["a-one", "a-two"].map((id) =>
      ruleFile(TEXT_RULE, { id }).trimEnd().split("\n").map((line, i) =>
        `${i === 0 ? "  - " : "    "}${line}\n`
      ).join("")
    ).join("")
  }`;
  const { rules, problems } = await read(list, ruleFile(SYNTAX_RULE));
  assert.deepEqual(problems, []);
  assert.deepEqual(rules.map(({ id }) => id), ["a-one", "a-two", "open-door"]);
  assert.deepEqual(rules.map(({ family }) => family), ["custom", "custom", "custom"]);
});

Deno.test("readRules() says what is wrong with a key, where, and what was meant", async () => {
  const cases: [change: Record<string, string | undefined>, expected: string[]][] = [
    [{ severty: "high" }, ['12:1: Unknown key "severty". Did you mean "severity"?']],
    [{ __proto__x: "1" }, [
      '12:1: Unknown key "__proto__x". Expected id, title, why, fix, limits, severity, ' +
      "confidence, family, cwe, owasp, atlas, tags, since, languages, files, match, bad, good",
    ]],
    [{ id: undefined }, ['1:1: Expected the key "rules"', '1:1: Unknown key "title"']],
    [{ title: undefined }, ['1:1: Expected the key "title"']],
    [{ why: "" }, ['3:6: Expected text for "why"']],
    [{ why: "5" }, ['3:6: Expected text for "why"; put it in quotes']],
    [{ why: "[a]" }, ['3:6: Expected text for "why"']],
    [{ title: "a".repeat(201) }, ['2:8: Expected at most 200 characters for "title"']],
    [{ id: "Open_Door" }, ["1:5: Expected an id in kebab-case, such as open-debug-port"]],
    [{ id: "command-injection" }, [
      '1:1: The id "command-injection" is a built-in rule\'s; choose another',
    ]],
    [{ severity: "hig" }, [
      '6:11: Expected one of info, low, medium, high, critical for "severity". ' +
      'Did you mean "high"?',
    ]],
    [{ confidence: "sure" }, ['7:13: Expected one of low, medium, high for "confidence".']],
    [{ family: "secret" }, [
      `12:9: Expected one of ${FAMILIES.join(", ")} for "family". Did you mean "secrets"?`,
    ]],
    [{ cwe: "[78]" }, ['12:7: Expected text for an item of "cwe"; put it in quotes']],
    [{ cwe: "['78']" }, ['12:6: Expected ids such as CWE-78 for "cwe", got "78"']],
    [{ cwe: "CWE-78" }, ['12:6: Expected a list for "cwe"']],
    [{ atlas: "[T0053]" }, ['12:8: Expected ids such as AML.T0053 for "atlas", got "T0053"']],
    [{ languages: "[pyhton]" }, [
      "8:13: Expected one of python, javascript, typescript, tsx, go for an item of " +
      '"languages". Did you mean "python"?',
      '8:1: Expected the key "languages"',
    ]],
    [{ languages: undefined }, ['1:1: Expected the key "languages"']],
    [{ files: "[json]" }, ['12:1: Expected "languages" beside a syntax match']],
    [{ bad: "[]" }, ['10:6: Expected an example in "bad"']],
    [{ bad: undefined }, ['1:1: Expected the key "bad"']],
    [{ bad: "[{ note: a, file: a.xyz, code: a }]" }, [
      '10:24: Expected a file name of a kind that is scanned, got "a.xyz"',
    ]],
    [{ bad: "[{ note: a, file: ../a.py, code: a }]" }, [
      '10:24: Expected a file name of a kind that is scanned, got "../a.py"',
    ]],
    [{ bad: "[{ note: a, file: a.py, cod: a }]" }, [
      '10:30: Unknown key "cod". Did you mean "code"?',
      '10:7: Expected the key "code"',
    ]],
    [{ good: "[{ note: a, file: a.py, code: a, limit: yes }]" }, [
      '11:47: Expected true or false for "limit"',
    ]],
    [{ match: "{}" }, ['9:8: Expected either "text" or "syntax" in "match"']],
    [{ match: "door" }, ['9:8: Expected a mapping for "match"']],
    [{ match: "{ syntaxx: {} }" }, [
      '9:10: Unknown key "syntaxx". Did you mean "syntax"?',
      '9:8: Expected either "text" or "syntax" in "match"',
    ]],
    [{ match: "{ syntax: [] }" }, ['9:18: Expected something to look for in "syntax"']],
    [{ match: "{ syntax: { pattern: 'f(' } }" }, [
      "9:29: Expected one expression or statement of python, with $NAME and ... for what varies " +
      '("pattern")',
    ]],
    [{ match: "{ syntax: { pattern: $F($X) } }" }, [
      '9:29: Expected a name in the python pattern, or the key "keywords", so that not every ' +
      "file has to be parsed",
    ]],
    [{ match: "{ syntax: { pattern: f1($X), where: { $Y: { regex: a } } } }" }, [
      '9:46: No hole $Y stands in "pattern" or "inside". Did you mean "$X"?',
    ]],
    [{ match: "{ syntax: { pattern: f1($X), where: { $X: { regx: a } } } }" }, [
      '9:52: Unknown key "regx". Did you mean "regex"?',
    ]],
    [{ match: "{ syntax: { pattern: f1($X), where: { $X: { regex: '(?=a)' } } } }" }, [
      '9:59: No expression: invalid or unsupported Perl syntax: "(?=" (neither lookaround nor ' +
      "backreferences are taken)",
    ]],
    [{ match: "{ syntax: { pattern: f1($X), focus: $Z } }" }, [
      '9:44: No hole $Z stands in "pattern" or "inside". Did you mean "$X"?',
    ]],
    [{ match: "{ syntax: { pattern: f1($X), message: Say $WORD } }" }, [
      '9:46: No hole $WORD stands in "pattern" or "inside".',
    ]],
  ];
  for (const [change, expected] of cases) {
    const told = await problems(ruleFile(SYNTAX_RULE, change));
    if (change["id"] === undefined && "id" in change) assert.ok(told[0]!.startsWith("1:1:"));
    else assert.deepEqual(told, expected, JSON.stringify(change));
  }
});

Deno.test("readRules() says what is wrong with a text match", async () => {
  const text = (match: string) => problems(ruleFile(TEXT_RULE, { match: `{ text: ${match} }` }));
  assert.deepEqual(await text("{ expression: a }"), ['8:16: Expected the key "keywords", a list']);
  assert.deepEqual(await text("{ keywords: [a], expression: a }"), [
    "8:18: Expected keywords of 2 characters",
  ]);
  assert.deepEqual(await text("{ keywords: [door] }"), ['8:16: Expected the key "expression"']);
  for (
    const [expression, told] of [
      ["(a", 'No expression: missing closing ): "(a"'],
      [
        "'(a)\\1'",
        'No expression: invalid escape sequence: "\\1" (neither lookaround nor backreferences are taken)',
      ],
      [
        "'(?=a)b'",
        'No expression: invalid or unsupported Perl syntax: "(?=" (neither lookaround nor backreferences are taken)',
      ],
      ["a*", "The expression matches the empty text"],
      ["'(a{1,100}){1,100}'", 'No expression: invalid repeat count: "{1,100}"'],
      ["'[a-z]{900}[0-9]{900}[xyz]{900}'", "The expression repeats too much"],
      ["a".repeat(1001), "Expected at most 1000 characters for an expression"],
    ]
  ) {
    assert.deepEqual(await text(`{ keywords: [door], expression: ${expression} }`), [
      `8:48: ${told}`,
    ]);
  }
  assert.deepEqual(await text("{ keywords: [door], expression: a, flags: g }"), [
    "8:48: Expected flags out of i, m and s",
  ]);
  assert.deepEqual(await problems(ruleFile(TEXT_RULE, { files: undefined })), [
    '1:1: Expected the key "files"',
  ]);
  assert.deepEqual(await problems(ruleFile(TEXT_RULE, { languages: "[python]" })), [
    '12:1: Expected "files" beside a text match',
  ]);
});

Deno.test("readRules() refuses an id that another file has", async () => {
  const rule = ruleFile(SYNTAX_RULE);
  const { problems } = await read(rule, `\n${rule}`);
  assert.deepEqual(problems, [{
    path: "2.yaml",
    line: 2,
    column: 1,
    message: 'The id "open-door" is taken by the rule at 1.yaml:1:1',
  }]);
});

Deno.test("readRules() says what is no YAML, and takes none of its riskier parts", async () => {
  const cases: [text: string, expected: RegExp][] = [
    ["", /^1:1: Expected rules, and the file is empty$/],
    ["# nothing\n", /^1:1: Expected rules, and the file is empty$/],
    ["a: b: c", /^1:\d: No YAML: Nested mappings are not allowed/],
    ["rules:\n  - id: a\n   title: b\n", /^3:\d: No YAML: /],
    ["rules: 'a", /^1:\d+: No YAML: Missing closing 'quote/],
    ["id: a\nid: b\n", /^2:1: The key "id" stands here a second time$/],
    ["rules: &all []\nmore: 1", /^1:\d+: Anchors are not taken$/],
    ["rules: *all", /^1:\d+: (?:No YAML: Unresolved alias|Aliases are not taken)/],
    ["rules: !!js/function 'f'", /^1:\d+: (?:No YAML: Unresolved tag|Tags are not taken)/],
    ["rules: !own [a]", /^1:\d+: (?:No YAML: Unresolved tag|Tags are not taken)/],
    ["? [a]\n: b\n", /^1:\d+: Expected a key that is text$/],
    ["- a\n", /^1:1: Expected a mapping for a file of rules$/],
    ["rules: a\n", /^1:8: Expected a list for "rules"$/],
    ["rules: [a]\n", /^1:9: Expected a mapping for a rule$/],
    ["rulez: []\n", /^1:1: Unknown key "rulez"\. Did you mean "rules"\?$/],
    ["--- 1\n--- 2\n", /^\d:\d: No YAML: Source contains multiple documents/],
  ];
  for (const [text, expected] of cases) {
    const [first = "nothing"] = await problems(text);
    assert.match(first, expected, JSON.stringify(text));
  }
});
