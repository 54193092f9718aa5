import { flowsIn } from "./_flows.ts";
const t = async (b: string) =>
  console.log(
    await flowsIn({
      "m.js": `import fs from 'fs/promises'; import path from 'path';
const allowed = process.argv.slice(2);
${b}`,
    }),
  );
await t(
  `server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!absolute.startsWith(ROOT + path.sep)) throw new Error(''); return fs.readFile(absolute); });`,
);
await t(
  `server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!allowed.some(d => absolute.startsWith(d + path.sep))) throw new Error(''); return fs.readFile(absolute); });`,
);
await t(`function isIn(a, dirs) { return dirs.some(d => a.startsWith(d + path.sep)); }
server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!isIn(absolute, allowed)) throw new Error(''); return fs.readFile(absolute); });`);
await t(`function isIn(a, dirs) { return a.startsWith(dirs + path.sep); }
server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!isIn(absolute, allowed)) throw new Error(''); return fs.readFile(absolute); });`);
await t(`function isIn(a, dirs) { a = path.resolve(a); return a.startsWith(dirs + path.sep); }
server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!isIn(absolute, allowed)) throw new Error(''); return fs.readFile(absolute); });`);
await t(
  `function isIn(a, dirs) { a = path.resolve(a); return dirs.some(d => a.startsWith(d + path.sep)); }
server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!isIn(absolute, allowed)) throw new Error(''); return fs.readFile(absolute); });`,
);
console.log("--");
const call =
  `server.tool("x", {path: z.string()}, async (args) => { const absolute = path.resolve(args.path); if (!isIn(absolute, allowed)) throw new Error(''); return fs.readFile(absolute); });`;
await t(
  `function isIn(a, dirs) { const n = path.resolve(a); return dirs.some(d => n.startsWith(d + path.sep)); } ${call}`,
);
await t(
  `function isIn(a, dirs) { const n = path.resolve(path.normalize(a)); return dirs.some(d => n.startsWith(d + path.sep)); } ${call}`,
);
await t(
  `function isIn(a, dirs) { const n = path.resolve(a); return dirs.some(d => { const e = path.resolve(d); return n.startsWith(e + path.sep); }); } ${call}`,
);
await t(
  `function isIn(a, dirs) { const n = path.resolve(a); return dirs.some(d => { if (n === d) return true; return n.startsWith(d + path.sep); }); } ${call}`,
);
console.log("-- near");
await t(`function isIn(a, dirs) { return a.startsWith(dirs + path.sep); }
server.tool("x", {path: z.string()}, async (args) => { if (!isIn(args.path, allowed)) throw new Error(''); const absolute = path.resolve(args.path); return fs.readFile(absolute); });`);
await t(
  `server.tool("x", {path: z.string()}, async (args) => { if (!args.path.startsWith(allowed + path.sep)) throw new Error(''); const absolute = path.resolve(args.path); return fs.readFile(absolute); });`,
);
await t(
  `server.tool("x", {path: z.string()}, async (args) => { if (!args.path.startsWith(allowed + path.sep)) throw new Error(''); rest(args.path) }); function rest(p) { const absolute = path.resolve(p); return fs.readFile(absolute); }`,
);
