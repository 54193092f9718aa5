import { deepStrictEqual } from "node:assert/strict";

const ROOT = new URL("../../", import.meta.url);

async function imports(path: string): Promise<Record<string, string>> {
  const config: { imports: Record<string, string> } = JSON.parse(
    await Deno.readTextFile(new URL(path, ROOT)),
  );
  return config.imports;
}

Deno.test("scripts/tools/ runs the program's modules on the versions the program pins", async () => {
  const program = await imports("deno.json");
  const tools = await imports("scripts/tools/deno.json");
  const shared = Object.keys(tools).filter((name) => Object.hasOwn(program, name));
  deepStrictEqual(
    Object.fromEntries(shared.map((name) => [name, tools[name]])),
    Object.fromEntries(shared.map((name) => [name, program[name]])),
  );
});
