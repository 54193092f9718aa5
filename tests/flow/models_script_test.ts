// The tables of JavaScript and TypeScript: for each library, a call that does harm with what a
// caller sends, and how the same is done safely.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

/** A tool whose only argument is `name`. */
function tool(imports: string, statements: string): string {
  return `${imports}\nserver.tool("t", {}, async ({ name }) => {\n${statements}\n});\n`;
}

const CASES: readonly [imports: string, statements: string, kinds: string][] = [
  // Programs and shells.
  ['import { $ } from "execa";', "await $`git log ${name}`;", "argument"],
  ['import { $ } from "execa";', "await $`git log -- ${name}`;", ""],
  ['import { $ } from "execa";', "await $`git log --author=${name}`;", ""],
  ['import { $ } from "zx";', "await $`bash -c ${name}`;", "shell"],
  ['import { execaCommand } from "execa";', "await execaCommand(`git log ${name}`);", "argument"],
  ['import { execaCommand } from "execa";', "await execaCommand(name);", "program"],
  ['import { execa } from "execa";', 'await execa("git", ["log", name]);', "argument"],
  ['import { execa } from "execa";', "await execa(`ls ${name}`, { shell: true });", "shell"],
  ["", "await Bun.$`ls ${name}`;", "argument"],
  ["", 'new Deno.Command("git", { args: ["log", name] });', "argument"],
  ["", 'new Deno.Command("sh", { args: ["-c", name] });', "shell"],
  ["", 'new Deno.Command("git", { args: ["log", "--", name] });', ""],
  ["", 'Bun.spawn(["git", "log", name]);', "argument"],
  ["", 'Bun.spawn({ cmd: ["sh", "-c", name] });', "shell"],
  ['import simpleGit from "simple-git";', 'await simpleGit().raw(["log", name]);', "argument"],
  ['import simpleGit from "simple-git";', 'await simpleGit().raw(["log", "--", name]);', ""],
  ['import { Client } from "ssh2";', "const c = new Client();\nc.exec(`ls ${name}`, f);", "shell"],
  ['import shell from "shelljs";', "shell.exec(`ls ${name}`);", "shell"],
  ['import pty from "node-pty";', 'pty.spawn("bash", ["-c", name], {});', "shell"],
  [
    'import { exec } from "child_process";\nimport { quote } from "shell-quote";',
    "exec(quote(['ls', name]));",
    "",
  ],
  [
    'import { exec } from "child_process";\nimport { Shescape } from "shescape";',
    "const s = new Shescape({ shell: true });\nexec(`ls ${s.quote(name)}`);",
    "",
  ],
  [
    'import { exec } from "child_process";',
    "exec(`ls '${name.replace(/'/g, \"'\\\\''\")}'`);",
    "",
  ],
  ['import { exec } from "child_process";', "exec(`ls '${name.replace(/\"/g, '')}'`);", "shell"],
  ['import { exec } from "child_process";', "exec(`ls ${name.replace(/[^a-z]/g, '')}`);", ""],
  ['import { exec } from "child_process";', "exec(`ls ${name.replace(/[^a-z]/, '')}`);", "shell"],
  ['import open from "open";', "await open(name);", "open"],

  // Code and templates.
  ['import vm from "node:vm";', "vm.runInNewContext(name);", "code"],
  ["", "await page.goto(name);", "url"],
  ['import hbs from "handlebars";', "hbs.compile(name)({});", "template"],
  ['import hbs from "handlebars";', "hbs.compile('{{a}}')({ a: name });", ""],
  ['import nunjucks from "nunjucks";', "nunjucks.renderString(name, {});", "template"],
  ['import ejs from "ejs";', "ejs.render('<%= a %>', { a: name });", ""],

  // Files.
  ['import fs from "fs-extra";', "await fs.outputFile(name, 'x');", "path"],
  ['import { promises as fs } from "fs";', "await fs.rm(name);", "path"],
  ['import fs from "node:fs/promises";', "await fs.cp('/srv/a', name);", "path"],
  ['import fg from "fast-glob";', "await fg('*', { cwd: name });", "path"],
  ["", "await Deno.readTextFile(name);", "path"],
  ["", "await Bun.write(name, 'x');", "path"],
  ['import { rimraf } from "rimraf";', "await rimraf(name);", "path"],
  [
    'import fs from "fs";\nimport path from "path";',
    "fs.readFileSync(path.join('/srv', path.basename(name)));",
    "",
  ],
  [
    'import fs from "fs";\nimport sanitize from "sanitize-filename";',
    "fs.readFileSync(`/srv/${sanitize(name)}`);",
    "",
  ],
  [
    'import fs from "fs";\nimport filenamify from "filenamify";',
    "fs.readFileSync(`/srv/${filenamify(name)}`);",
    "",
  ],
  [
    'import AdmZip from "adm-zip";\nimport fs from "fs";',
    "for (const e of new AdmZip(name).getEntries()) fs.writeFileSync(`/srv/${e.entryName}`, 'x');",
    "path",
  ],
  ['import AdmZip from "adm-zip";', "new AdmZip(name).extractAllTo('/srv');", ""],

  // Requests.
  ['import axios from "axios";', "await axios.create().get(name);", "url"],
  ['import axios from "axios";', "await axios({ url: name });", "url"],
  ['import got from "got";', "await got.post(name);", "url"],
  ['import { request } from "undici";', "await request(name);", "url"],
  [
    'import axios from "axios";',
    "await axios.get('https://a.example/', { params: { name } });",
    "",
  ],
  ["", "await fetch(`https://a.example/${name}`);", ""],
  ["", "await fetch(`https://${encodeURIComponent(name)}.a.example/`);", ""],

  // Databases and the like.
  ['import pg from "pg";', "await new pg.Pool().query(`SELECT ${name}`);", "sql"],
  ['import pg from "pg";', "await new pg.Pool().query('SELECT $1', [name]);", ""],
  ['import Db from "better-sqlite3";', "new Db('a').prepare(`SELECT ${name}`).all();", "sql"],
  ['import Db from "better-sqlite3";', "new Db('a').prepare('SELECT ?').all(name);", ""],
  ['import knex from "knex";', "await knex({}).raw(`SELECT ${name}`);", "sql"],
  ["", "await prisma.$queryRawUnsafe(`SELECT ${name}`);", "sql"],
  ["", "await prisma.$queryRaw`SELECT ${name}`;", ""],
  [
    'import format from "pg-format";\nimport pg from "pg";',
    "await new pg.Pool().query(format('SELECT %L FROM %I', name, name));",
    "",
  ],
  [
    'import format from "pg-format";\nimport pg from "pg";',
    "await new pg.Pool().query(format('SELECT %s', name));",
    "sql",
  ],
  [
    'import mysql from "mysql2";',
    "db.query(`SELECT * FROM t WHERE a = ${mysql.escape(name)}`);",
    "",
  ],
  [
    'import util from "node:util";\nimport pg from "pg";',
    "new pg.Pool().query(util.format('SELECT %s', name));",
    "sql",
  ],
  ["", "await db.collection('a').find(JSON.parse(name)).toArray();", "nosql"],
  ["", "await db.collection('a').find({ name }).toArray();", ""],
  ["", "await db.collection('a').findOne({ $where: `this.a == ${name}` });", "nosql"],
  ["", "const one = list.find((each) => each === name);", ""],
  [
    'import libxmljs from "libxmljs2";',
    "libxmljs.parseXml(name, { noent: true });",
    "xml",
  ],
  ['import libxmljs from "libxmljs2";', "libxmljs.parseXml(name, { noent: false });", ""],
  ['import { XMLParser } from "fast-xml-parser";', "new XMLParser().parse(name);", ""],
  ['import xpath from "xpath";', "xpath.select(`//a[@b='${name}']`, doc);", "xpath"],
  [
    'import { Client } from "ldapts";',
    "await new Client({}).search('dc=a', { filter: `(uid=${name})` });",
    "ldap",
  ],
  [
    'import { Client, EqualityFilter } from "ldapts";',
    "await new Client({}).search('dc=a', { filter: new EqualityFilter({ value: name }) });",
    "",
  ],
  ["", "new RegExp(name);", "regex"],
  ['import escape from "escape-string-regexp";', "new RegExp(escape(name));", ""],
  ["", "new RegExp(name.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&'));", ""],
  ['import { escapeRegExp } from "lodash";', "new RegExp(escapeRegExp(name));", ""],
  ['import RE2 from "re2";', "new RE2(name);", ""],
  ['import fs from "fs";', "fs.appendFileSync('a.log', `by ${name}\\n`);", "log"],
  ['import fs from "fs";', "fs.appendFileSync('a.log', JSON.stringify({ name }) + '\\n');", ""],
  ['import fs from "fs";', "fs.appendFileSync('a.txt', `by ${name}\\n`);", ""],
  [
    'import net from "net";',
    "net.connect(25, 'h').write(`POST / HTTP/1.1\\r\\nHost: ${name}\\r\\n\\r\\n`);",
    "header",
  ],

  // Names of properties.
  ["", "settings[name][name] = 1;", "property"],
  ["", "settings[name] = 1;", ""],
  ["", "settings[name].on = 1;", ""],
  ["", "if (name === '__proto__') return;\nsettings[name][name] = 1;", ""],
  ["", "if (name === 'a') return;\nsettings[name][name] = 1;", "property"],
  [
    "",
    "const list = ['__proto__', 'constructor'];\nif (list.includes(name)) return;\nsettings[name][name] = 1;",
    "",
  ],
  [
    "",
    "let at = settings;\nfor (const part of name.split('.')) at = at[part];\nat[name] = 1;",
    "property",
  ],
  [
    "",
    "let at = settings;\nfor (const part of name.split('.')) {\nif (part === '__proto__') throw new Error();\nat = at[part];\n}\nat[name] = 1;",
    "",
  ],
];

for (const [imports, statements, kinds] of CASES) {
  Deno.test(`script: ${imports} ${statements}`, async () => {
    const found = (await flowsIn({ "server.js": tool(imports, statements) }))
      .map((flow) => flow.replace(/^proven (\w+) \d+$/, "$1"));
    assert.deepEqual([...new Set(found)].sort(), kinds === "" ? [] : kinds.split(" "));
  });
}

Deno.test("script: a client that a class keeps", async () => {
  const code = `import axios from "axios";
class Pages {
  constructor() {
    this.client = axios.create();
  }
  page(url) {
    return this.client.get(url);
  }
  note(url) {
    return this.client.get("https://a.example/", { params: { url } });
  }
}
const pages = new Pages();
server.tool("t", {}, async ({ name }) => {
  await pages.note(name);
  return await pages.page(name);
});
`;
  assert.deepEqual(await flowsIn({ "server.js": code }), ["proven url 7"]);
});
