import assert from "node:assert/strict";
import type { FileKind, SurfaceItem } from "../../src/core/mod.ts";
import { toFile } from "../../src/core/mod.ts";
import { type Dump, dumpSurface } from "../../src/mcp/mod.ts";

function dump(value: unknown, kind: FileKind = "json"): Dump | undefined {
  return dumpSurface({ kind, text: typeof value === "string" ? value : JSON.stringify(value) });
}

function shown(items: readonly SurfaceItem[] = []): string[] {
  return items.map(({ owner, name, texts }) =>
    [`${owner} ${name}`, ...texts.map(({ role, value }) => `${role}=${value.text}`)].join("; ")
  );
}

const TOOL = {
  name: "add",
  description: "Adds",
  inputSchema: {
    type: "object",
    properties: {
      a: { type: "integer", description: "First", default: "one", enum: ["one", "two"] },
    },
    required: ["a"],
  },
  outputSchema: { type: "object", properties: { sum: { description: "The sum" } } },
  annotations: { title: "Add", readOnlyHint: true },
};
const SHOWN = "tool add; name=add; title=Add; description=Adds; parameter=a; parameter=First; " +
  "choice=one; choice=two; default=one; output=sum; output=The sum";

Deno.test("dumpSurface() reads a list, an envelope, a bare array and a recorded session", () => {
  for (
    const value of [
      { tools: [TOOL] },
      { jsonrpc: "2.0", id: 1, result: { tools: [TOOL] } },
      [TOOL],
      { servers: { one: { tools: [TOOL] } } },
      `{"jsonrpc":"2.0"}\n${JSON.stringify({ result: { tools: [TOOL] } })}\n`,
    ]
  ) {
    const found = dump(value);
    assert.deepEqual(shown(found?.items), [SHOWN]);
    const [item] = found!.items;
    assert.deepEqual(item!.annotations, { readOnlyHint: true });
    const [parameter] = item!.parameters!;
    assert.deepEqual([parameter!.name, parameter!.type, parameter!.required], [
      "a",
      "integer",
      true,
    ]);
  }
});

Deno.test("dumpSurface() reads prompts, resources, instructions and functions", () => {
  assert.deepEqual(
    shown(dump({ prompts: [{ name: "p", description: "P", arguments: [{ name: "x" }] }] })?.items),
    ["prompt p; name=p; description=P; parameter=x"],
  );
  assert.deepEqual(
    shown(dump({ resources: [{ uri: "file:///a", name: "A", description: "B" }] })?.items),
    ["resource A; name=A; description=B"],
  );
  assert.deepEqual(
    shown(dump({ result: { serverInfo: { name: "s" }, instructions: "Be kind" } })?.items),
    ["server s; name=s; instructions=Be kind"],
  );
  assert.deepEqual(
    shown(
      dump([{ type: "function", function: { name: "f", description: "F", parameters: {} } }])
        ?.items,
    ),
    ["tool f; name=f; description=F"],
  );
});

Deno.test("dumpSurface() reads manifests of bundles, registries and catalogues", () => {
  assert.deepEqual(
    shown(
      dump({
        manifest_version: "0.3",
        name: "bundle",
        description: "Does things",
        server: { type: "node" },
        tools: [{ name: "t", description: "T" }],
      })?.items,
    ),
    ["server bundle; name=bundle; description=Does things", "tool t; name=t; description=T"],
  );
  assert.deepEqual(
    shown(
      dump({
        $schema: "https://example.com/schemas/server.schema.json",
        name: "io.example/s",
        description: "S",
      })?.items,
    ),
    ["server io.example/s; name=io.example/s; description=S"],
  );
  assert.deepEqual(
    shown(dump([{ name: "t", description: "T", arguments: [{ name: "q", desc: "Q" }] }])?.items),
    ["tool t; name=t; description=T; parameter=q; parameter=Q"],
  );
  const catalogue = "registry:\n  one:\n    description: Reads\n    image: a/b\n    tools:\n" +
    "      - name: t\n        description: T\n";
  assert.deepEqual(shown(dump(catalogue, "yaml")?.items), [
    "server one; name=one; description=Reads",
    "tool t; name=t; description=T",
  ]);
});

Deno.test("dumpSurface() takes other JSON for none, unless it is asked for", () => {
  const named = { tools: [{ name: "t", description: "T" }] };
  assert.equal(dump(named), undefined);
  assert.deepEqual(shown(dump(named, "dump")?.items), ["tool t; name=t; description=T"]);
  assert.equal(dump({ name: "package", resources: ["a"], tools: { x: 1 } }), undefined);
  assert.deepEqual(dump("{}", "dump"), { items: [], cut: false });
});

Deno.test("dumpSurface() knows the place of each text, behind escapes too", () => {
  const text = '{"tools":[{"name":"a","description":"one\\ntwo \\u0041","inputSchema":{}}]}';
  const [item] = dump(text)!.items;
  const { value } = item!.texts.find(({ role }) => role === "description")!;
  assert.equal(value.text, "one\ntwo A");
  const span = toFile(value, { start: 4, end: 9 });
  assert.equal(text.slice(span.start, span.end), "two \\u0041");
});

Deno.test("dumpSurface() says what is wrong, and gives what stands before it", () => {
  const found = dump('{"tools":[{"name":"a","inputSchema":{}},{"name":"b');
  assert.deepEqual(shown(found!.items), ["tool a; name=a"]);
  assert.equal(found!.malformed, "Invalid JSON at 1:49: found a text without an end");
  assert.match(dump(`{"inputSchema": 1 "tools": [}`, "dump")!.malformed!, /^Invalid JSON at 1:/);
  assert.equal(dump("[".repeat(100_000), "dump")!.malformed, "Nested deeper than 200 levels");
});

Deno.test("dumpSurface() ends on schemas that hold themselves, nest and grow", () => {
  const node = { type: "object", description: "node", properties: { next: { $ref: "#/$defs/N" } } };
  const circle = { ...TOOL, inputSchema: { ...node, $defs: { N: node } } };
  assert.equal(dump([circle])!.cut, false);
  let deep: unknown = { type: "string" };
  for (let i = 0; i < 80; i++) deep = { type: "object", properties: { x: deep } };
  assert.equal(dump([{ ...TOOL, inputSchema: deep }])!.cut, true);
  const many = Array.from({ length: 20_000 }, (_, i) => ({ ...TOOL, name: `t${i}` }));
  const found = dump(many)!;
  assert.equal(found.cut, true);
  assert.equal(found.items.length <= 10_000, true);
});
