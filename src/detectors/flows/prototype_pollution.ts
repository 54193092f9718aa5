import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "prototype-pollution",
  family: "data-flow",
  title: "A caller's names lead to a property of all objects",
  why: "A name such as `__proto__` leads to the prototype that every object has: what is " +
    "written below it changes settings and checks everywhere in the server.",
  fix: "Refuse `__proto__`, `constructor` and `prototype` as names, or keep such data in a " +
    "Map.",
  limits: "Follows two names in a row, of which both are the caller's. A merge that calls " +
    "itself is not followed, nor whether the object has a prototype at all.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-1321"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["property"],
  bad: [
    {
      file: "server.js",
      code: `server.tool("set", shape, async ({ section, key, value }) => {
  settings[section][key] = value;
});
`,
      note: "`settings.__proto__.isAdmin`",
    },
    {
      file: "server.ts",
      code: `function setAt(target: any, path: string, value: unknown): void {
  const names = path.split(".");
  let at = target;
  for (const name of names.slice(0, -1)) {
    at = at[name];
  }
  at[names[names.length - 1]] = value;
}

server.tool("set", shape, async ({ path, value }) => setAt(settings, path, value));
`,
      note: "A path of any depth",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `function setAt(target: any, path: string, value: unknown): void {
  const names = path.split(".");
  let at = target;
  for (const name of names) {
    if (name === "__proto__" || name === "constructor" || name === "prototype") return;
    at = at[name];
  }
  at.value = value;
}

server.tool("set", shape, async ({ path, value }) => setAt(settings, path, value));
`,
      note: "Refused by name",
    },
    {
      file: "server.js",
      code: `const SECTIONS = ["editor", "server"];

server.tool("set", shape, async ({ section, key, value }) => {
  if (!SECTIONS.includes(section)) throw new Error("No such section");
  settings[section][key] = value;
  flat[key] = value;
});
`,
      note: "One of a list; and a single name, which leads nowhere",
    },
  ],
} satisfies Rule<SyntaxTree>;
