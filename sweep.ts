import { TOOL_RULES } from "/tmp/texts5/src/detectors/tools/mod.ts";
import { serverTexts } from "/tmp/servers_only.ts";
let n = 0;
for (const dir of Deno.args) {
  for await (const e of Deno.readDir(dir)) {
    if (!e.isDirectory || /vuln|evil|mcp-goat|damn|injection-exp/i.test(e.name)) continue;
    await Deno.mkdir("/tmp/sweepdir", { recursive: true });
    try {
      await Deno.remove("/tmp/sweepdir/x");
    } catch { /* none */ }
    await Deno.symlink(`${dir}/${e.name}`, "/tmp/sweepdir/x");
    let texts;
    try {
      texts = await serverTexts(dir, e.name);
    } catch (err) {
      console.log("ERR", e.name, String(err).slice(0, 200));
      continue;
    }
    n += texts.length;
    console.error(e.name, texts.length);
    for (const t of texts) {
      for (const { id, matcher, confidence } of TOOL_RULES) {
        if (matcher.kind !== "tool") continue;
        for (const m of matcher.where(t.item)) {
          console.log(
            `[${e.name}] ${id} ${m.confidence ?? confidence}: ${m.message}\n      ${
              t.line.replace(/\s+/g, " ").slice(0, 1500).slice(0, 260)
            }`,
          );
        }
      }
    }
  }
}
console.log(n, "texts");
