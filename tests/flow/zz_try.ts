import { flowsIn } from "./_flows.ts";
const dir = Deno.args[0]!;
const only = Deno.args[1];
let bad = 0, all = 0;
async function* walk(d: string): AsyncGenerator<string> {
  for await (const e of Deno.readDir(d)) {
    if (e.isDirectory) yield* walk(`${d}/${e.name}`);
    else yield `${d}/${e.name}`;
  }
}
const units = new Map<string, Record<string, string>>();
for await (const e of Deno.readDir(dir)) {
  const files: Record<string, string> = {};
  if (e.isDirectory) {
    for await (
      const f of walk(`${dir}/${e.name}`)
    ) files[f.slice(dir.length + e.name.length + 2)] = await Deno.readTextFile(f);
  } else if (/\.(py|ts|js|mjs|go|tsx|cjs)$/.test(e.name)) {
    files[e.name] = await Deno.readTextFile(`${dir}/${e.name}`);
  }
  units.set(e.name, files);
}
for (const [name, files] of [...units].sort()) {
  if (only && !name.includes(only)) continue;
  const code = Object.fromEntries(
    Object.entries(files).filter(([n]) => /\.(py|ts|js|mjs|go|tsx|cjs)$/.test(n)),
  );
  if (Object.keys(code).length === 0) continue;
  all++;
  const many = Object.keys(code).length > 1;
  const want: string[] = [];
  for (const [n, text] of Object.entries(code)) {
    text.split("\n").forEach((l, i) => {
      const m = /expect: (.*?)\s*(?:\*\/)?$/.exec(l);
      if (m) {
        for (const p of m[1]!.split(";")) want.push(`${p.trim()} ${many ? n + ":" : ""}${i + 1}`);
      }
    });
  }
  let got: string[];
  try {
    got = await flowsIn(code);
  } catch (e) {
    got = [String(e)];
  }
  const a = want.sort().join(" ; "), b = [...got].sort().join(" ; ");
  if (a !== b) {
    bad++;
    console.log(`${name}: want [${a}] got [${b}]`);
  }
}
console.log(`${bad} of ${all} differ`);
