// Python's tables: for each library, a call that does harm with what a caller sends, and how the
// same is done safely.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

/** A tool whose only argument is `name`; the statements of a case are its body. */
function tool(imports: string, statements: string): string {
  const body = statements.split("\n").map((line) => `    ${line}`).join("\n");
  return `import ${imports}\n\n@mcp.tool()\nasync def tool(name: str) -> str:\n${body}\n`;
}

const CASES: readonly [imports: string, statements: string, kinds: string][] = [
  // Programs and shells.
  ["os", "os.spawnvp(os.P_WAIT, 'git', ['git', 'log', name])", "argument"],
  ["os", "os.spawnvp(os.P_WAIT, 'git', ['git', 'log', '--', name])", ""],
  ["os", "os.execlp('git', 'git', 'log', name)", "argument"],
  ["os", "os.execvp(name, ['x'])", "program"],
  ["os", "os.posix_spawn('/bin/sh', ['sh', '-c', name], {})", "shell"],
  ["pexpect", "pexpect.spawn(f'ssh {name}')", "argument"],
  ["pexpect", "pexpect.run(name)", "program"],
  ["shlex, subprocess", "subprocess.run(shlex.split(f'git log {name}'))", "argument"],
  ["shlex, subprocess", "subprocess.run('ls ' + shlex.quote(name), shell=True)", ""],
  ["shlex, os", "os.system(shlex.join(['ls', name]))", ""],
  ["asyncssh", "async with asyncssh.connect('h') as c:\n    await c.run(f'ls {name}')", "shell"],
  ["paramiko", "c = paramiko.SSHClient()\nc.exec_command('ls ' + name)", "shell"],
  ["fabric", "fabric.Connection('h').run(f'ls {name}')", "shell"],
  ["invoke", "invoke.run(f'ls {name}')", "shell"],
  ["docker", "docker.from_env().containers.get('a').exec_run(['sh', '-c', name])", "shell"],
  ["docker", "docker.from_env().containers.get('a').exec_run(['ls', '--', name])", ""],
  ["docker", "docker.from_env().containers.run('img', f'ls {name}')", "argument"],
  ["asyncio", "await asyncio.create_subprocess_exec('git', 'log', name)", "argument"],

  // Code, objects, templates.
  ["sympy", "sympy.sympify(name)", "code"],
  ["ctypes", "ctypes.CDLL(name)", "module"],
  ["yaml", "yaml.full_load(name)", "deserialization"],
  ["torch", "torch.load(name)", "deserialization"],
  ["torch", "torch.load(name, weights_only=True)", ""],
  ["numpy", "numpy.load(name, allow_pickle=True)", "deserialization"],
  ["numpy", "numpy.load('a.npy', allow_pickle=True)", ""],
  ["jinja2", "jinja2.Environment().from_string(name).render()", "template"],
  ["jinja2.sandbox", "jinja2.sandbox.SandboxedEnvironment().from_string(name).render()", ""],
  ["string", "string.Template(name).substitute(a=1)", ""],

  // Files.
  ["aiofiles", "async with aiofiles.open(name) as f:\n    return await f.read()", "path"],
  ["pandas as pd", "pd.read_csv(name)", "path"],
  ["io, pandas as pd", "pd.read_csv(io.StringIO(name))", ""],
  ["shutil", "shutil.copy('/srv/a', name)", "path"],
  ["shutil", "shutil.rmtree('/srv/' + name)", "path"],
  ["shutil, os", "shutil.copy('/srv/a', '/srv/' + os.path.basename(name))", ""],
  ["os", "os.readlink(name)", "path"],
  ["tempfile", "tempfile.NamedTemporaryFile(suffix='.txt')", ""],
  ["pathlib", "pathlib.Path(name).open()", "path"],
  ["tarfile", "tarfile.open(name).extractall('/srv')", "archive path"],
  ["tarfile", "tarfile.open('/srv/a.tar').extractall('/srv', filter='data')", ""],
  ["io, tarfile", "tarfile.open(fileobj=io.BytesIO(name)).extractall('/srv')", "archive"],
  ["io, tarfile", "tarfile.open(fileobj=io.BytesIO(name)).extractall('/srv', filter='data')", ""],
  ["io, zipfile", "zipfile.ZipFile(io.BytesIO(name)).extractall('/srv')", ""],
  ["io, zipfile", "zipfile.ZipFile('a.zip').extractall(name)", "path"],

  // Requests.
  ["requests", "requests.Session().get(name)", "url"],
  ["requests", "s = requests.Session()\ns.request('GET', name)", "url"],
  ["httpx", "async with httpx.AsyncClient() as c:\n    await c.get(name)", "url"],
  ["aiohttp", "async with aiohttp.ClientSession() as s:\n    await s.get(name)", "url"],
  ["aiohttp", "async with aiohttp.ClientSession() as s:\n    await s.ws_connect(name)", "url"],
  ["urllib3", "urllib3.PoolManager().request('GET', name)", "url"],
  ["urllib3", "urllib3.PoolManager().request(name, 'https://a.example/')", ""],
  ["urllib.request", "urllib.request.urlopen(name)", "url"],
  ["feedparser", "feedparser.parse(name)", "url"],
  ["requests", "requests.get('https://a.example/', params={'q': name})", ""],

  // Databases and the like.
  ["asyncpg", "c = await asyncpg.connect()\nawait c.fetch(f'SELECT {name}')", "sql"],
  ["asyncpg", "c = await asyncpg.connect()\nawait c.fetch('SELECT $1', name)", ""],
  [
    "aiosqlite",
    "async with aiosqlite.connect('a') as db:\n    await db.execute('SELECT ' + name)",
    "sql",
  ],
  ["duckdb", "duckdb.sql(name)", "sql"],
  ["sqlalchemy as sa", "conn.execute(sa.text(f'SELECT {name}'))", "sql"],
  ["sqlalchemy as sa", "conn.execute(sa.text('SELECT :a'), {'a': name})", ""],
  [
    "psycopg.sql",
    "cur.execute(psycopg.sql.SQL('SELECT * FROM {}').format(psycopg.sql.Identifier(name)))",
    "",
  ],
  ["psycopg.sql", "cur.execute(psycopg.sql.SQL('SELECT * FROM ' + name))", "sql"],
  ["pymongo, json", "pymongo.MongoClient().a.b.find(json.loads(name))", "nosql"],
  ["pymongo", "pymongo.MongoClient().a.b.find({'name': name})", ""],
  ["pymongo", "pymongo.MongoClient().a.b.find({'$where': 'this.a == ' + name})", "nosql"],
  ["pymongo, json", "pymongo.MongoClient().a.b.aggregate([{'$match': json.loads(name)}])", "nosql"],
  ["pymongo", "pymongo.MongoClient().a.b.aggregate([{'$match': {'a': name}}])", ""],
  ["os", "'abc'.find(name)", ""],
  ["lxml.etree", "lxml.etree.fromstring(name, lxml.etree.XMLParser(resolve_entities=True))", "xml"],
  ["lxml.etree", "lxml.etree.fromstring(name, lxml.etree.XMLParser(resolve_entities=False))", ""],
  ["lxml.etree", "lxml.etree.fromstring(name)", ""],
  [
    "lxml.etree",
    "p = lxml.etree.XMLParser(resolve_entities=True)\nlxml.etree.parse(name, parser=p)",
    "xml",
  ],
  ["defusedxml.ElementTree", "defusedxml.ElementTree.fromstring(name)", ""],
  ["lxml.etree", "tree.xpath(f\"//a[@b='{name}']\")", "xpath"],
  ["lxml.etree", "tree.xpath('//a[@b=$b]', b=name)", ""],
  ["ldap", "ldap.initialize('x').search_s('dc=a', 2, f'(uid={name})')", "ldap"],
  [
    "ldap.filter",
    "c.search_s('dc=a', 2, f'(uid={ldap.filter.escape_filter_chars(name)})')",
    "",
  ],
  ["ldap3", "ldap3.Connection('x').search('dc=a', f'(uid={name})')", "ldap"],
  ["re", "re.search(name, 'abc')", "regex"],
  ["re", "re.search(re.escape(name), 'abc')", ""],
  ["re", "re.search('^a', name)", ""],
  ["re, os", "os.system('ls ' + re.sub(r'[^a-z0-9]', '', name))", ""],
  ["re, os", "os.system('ls ' + re.sub(r'[;|]', '', name))", "shell"],
  ["re, os", "os.system('ls ' + re.sub(r'[^a-z;]', '', name))", "shell"],
  ["smtplib", "smtplib.SMTP('h').sendmail('a', 'b', f'Subject: {name}\\n\\nHello')", "header"],
  ["smtplib", "smtplib.SMTP('h').sendmail('a', 'b', f'Subject: Hi\\n\\n{name}')", ""],
  ["os", "with open('a.log', 'a') as f:\n    f.write(f'by {name}\\n')", "log"],
  ["os", "with open('a.log', 'a') as f:\n    f.write(f'by {name!r}\\n')", ""],
  ["os", "with open('a.txt', 'a') as f:\n    f.write(f'by {name}\\n')", ""],
  ["flask", "return flask.redirect(name)", "redirect"],
  ["flask", "return flask.redirect(f'/notes/{name}')", ""],
  ["flask", "return flask.redirect(f'/{name}')", "redirect"],
  ["flask", "return flask.redirect(flask.url_for('a', b=name))", ""],
];

for (const [imports, statements, kinds] of CASES) {
  Deno.test(`python: ${statements}`, async () => {
    const found = (await flowsIn({ "server.py": tool(imports, statements) }))
      .map((flow) => flow.replace(/^proven (\w+) \d+$/, "$1"));
    assert.deepEqual([...new Set(found)].sort(), kinds === "" ? [] : kinds.split(" "));
  });
}

Deno.test("python: a client that a class keeps", async () => {
  const code = `import httpx

class Pages:
    def __init__(self):
        self.client = httpx.AsyncClient()

    async def page(self, url):
        return await self.client.get(url)

    async def note(self, url):
        return await self.client.get("https://a.example/", params={"q": url})

pages = Pages()

@mcp.tool()
async def tool(name: str) -> str:
    await pages.note(name)
    return await pages.page(name)
`;
  assert.deepEqual(await flowsIn({ "server.py": code }), ["proven url 8"]);
});
