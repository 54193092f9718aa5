import { deepEqual, equal, match, rejects, throws } from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync, zipSync } from "fflate";
import { type ArchiveFile, checkPath } from "../../scripts/corpus/entries.ts";
import { write } from "../../scripts/corpus/fetch.ts";
import { readReport, toTable } from "../../scripts/corpus/outcome.ts";
import { labelOf, parsePinned, type PinnedPackage, verify } from "../../scripts/corpus/pinned.ts";
import { pinnedServers } from "../../scripts/corpus/servers.ts";
import { untar } from "../../scripts/corpus/tar.ts";
import { unzip } from "../../scripts/corpus/zip.ts";
import { withFolder } from "../support/temp_folder.ts";

const BOUNDS = { maxBytes: 100_000, maxFiles: 5 };
const HOSTILE_PATHS = [
  "../x",
  "a/../../x",
  "a/..",
  "/etc/x",
  "//x",
  "./x",
  "a//b",
  "a\\..\\b",
  "C:x",
  "a/b:stream",
  "a\0b",
  "a\nb",
  "",
  "a".repeat(401),
];

interface Member {
  readonly path: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  readonly prefix?: string;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** A gzipped tar archive of `members`, as hostile as they are. */
function tarOf(...members: Member[]): Uint8Array {
  return gzipSync(rawTarOf(...members));
}

function rawTarOf(...members: Member[]): Uint8Array {
  const blocks: number[] = [];
  for (const { path, content = "", type = "0", prefix = "" } of members) {
    const bytes = bytesOf(content);
    const header = new Uint8Array(512);
    const put = (text: string, at: number): void => header.set(bytesOf(text), at);
    put(path, 0);
    put(bytes.length.toString(8).padStart(11, "0"), 124);
    put(" ".repeat(8), 148);
    put(type, 156);
    put("ustar\0", 257);
    put(prefix, 345);
    const sum = header.reduce((sum, byte) => sum + byte, 0);
    put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    for (const byte of header) blocks.push(byte);
    for (const byte of bytes) blocks.push(byte);
    while (blocks.length % 512 > 0) blocks.push(0);
  }
  return Uint8Array.from([...blocks, ...new Array(1024).fill(0)]);
}

function pax(...records: string[]): string {
  return records.map((record) => {
    const length = record.length + 2;
    const digits = String(length + String(length).length).length;
    return `${length + digits} ${record}\n`;
  }).join("");
}

function textsOf(files: readonly ArchiveFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ path, content }) => [path, new TextDecoder().decode(content)]),
  );
}

/** `zip` with the bytes at `offset` of its first central directory entry replaced. */
function patched(zip: Uint8Array, offset: number, bytes: readonly number[]): Uint8Array {
  const copy = zip.slice();
  const start = new DataView(copy.buffer).getUint32(copy.length - 22 + 16, true);
  copy.set(bytes, start + offset);
  return copy;
}

Deno.test("untar() reads plain files, and long names of three kinds", () => {
  const long = `package/${"d/".repeat(60)}x.js`;
  const archive = tarOf(
    { path: "g", type: "g", content: pax("comment=x") },
    { path: "package/", type: "5" },
    { path: "package/a.js", content: "a" },
    { path: "b.js", prefix: "package/lib", content: "b", type: "\0" },
    { path: "p", type: "x", content: pax("mtime=1", `path=${long}`) },
    { path: "short", content: "c" },
    { path: "l", type: "L", content: `${long}2\0` },
    { path: "short", content: "d".repeat(600) },
    { path: "package/empty" },
  );
  deepEqual(textsOf(untar(archive, BOUNDS)), {
    "package/a.js": "a",
    "package/lib/b.js": "b",
    [long]: "c",
    [`${long}2`]: "d".repeat(600),
    "package/empty": "",
  });
});

Deno.test("untar() refuses paths that lead elsewhere, links and devices", () => {
  // A zero ends a name, and a folder's slash its first hundred bytes.
  for (const path of HOSTILE_PATHS.filter((path) => !path.includes("\0") && path.length < 100)) {
    throws(() => untar(tarOf({ path, content: "x" }), BOUNDS), /Not a plain relative path/, path);
  }
  const byPax = tarOf({ path: "p", type: "x", content: pax("path=../x") }, { path: "a" });
  throws(() => untar(byPax, BOUNDS), /Not a plain relative path/);
  throws(() => untar(tarOf({ path: "x", prefix: "/etc" }), BOUNDS), /Not a plain relative path/);
  for (const type of ["1", "2", "3", "4", "6", "S"]) {
    throws(() => untar(tarOf({ path: "a", type }), BOUNDS), /neither file nor folder/, type);
  }
  const link = tarOf({ path: "p", type: "x", content: pax("linkpath=/etc") }, { path: "a" });
  throws(() => untar(link, BOUNDS), /linkpath is refused/);
  throws(() => untar(tarOf({ path: "A/x" }, { path: "a/X" }), BOUNDS), /comes twice/);
});

Deno.test("untar() refuses what is broken or too much", () => {
  const whole = rawTarOf({ path: "a", content: "x".repeat(600) });
  throws(() => untar(gzipSync(whole.subarray(0, 800)), BOUNDS), /ends too soon/);
  throws(() => untar(gzipSync(whole).subarray(0, 40), BOUNDS), /ends too soon|unexpected/);
  const broken = whole.slice();
  broken[0] = 0x62;
  throws(() => untar(gzipSync(broken), BOUNDS), /header of the archive is broken/);
  for (const record of ["", "5", "9999 path=x\n", "0 path=x\n", "-1 a=b\n", "1e1 path=x\n"]) {
    const archive = tarOf({ path: "p", type: "x", content: record }, { path: "a" });
    if (record === "") equal(untar(archive, BOUNDS).length, 1);
    else throws(() => untar(archive, BOUNDS), /pax record is broken|Not a plain/, record);
  }
  const bomb = gzipSync(new Uint8Array(50_000_000));
  throws(() => untar(bomb, BOUNDS), /bytes come out/);
  throws(() => untar(tarOf({ path: "a", content: "x".repeat(100_001) }), BOUNDS), /bytes come out/);
  const many = "abcdef".split("").map((path) => ({ path }));
  throws(() => untar(tarOf(...many), BOUNDS), /More than 5 files/);
});

Deno.test("unzip() reads files, stored and deflated", () => {
  const archive = zipSync({
    "a/b.py": [bytesOf("x".repeat(5000)), { level: 9 }],
    "a/stored.py": [bytesOf("s"), { level: 0 }],
    "folder/": new Uint8Array(),
    "ü.py": [bytesOf("u"), { os: 3, attrs: 0o100644 << 16 }],
  }, { comment: "PK\x05\x06" });
  deepEqual(textsOf(unzip(archive, BOUNDS)), {
    "a/b.py": "x".repeat(5000),
    "a/stored.py": "s",
    "ü.py": "u",
  });
});

Deno.test("unzip() refuses paths that lead elsewhere and links", () => {
  for (const path of HOSTILE_PATHS) {
    throws(() => unzip(zipSync({ [path]: bytesOf("x") }), BOUNDS), /Not a plain relative/, path);
  }
  for (const type of [0o120000, 0o060000, 0o010000]) {
    const archive = zipSync({ a: [bytesOf("/etc"), { os: 3, attrs: (type | 0o777) * 2 ** 16 }] });
    throws(() => unzip(archive, BOUNDS), /neither file nor folder/);
  }
  throws(() => unzip(zipSync({ a: bytesOf("1"), A: bytesOf("2") }), BOUNDS), /comes twice/);
});

Deno.test("unzip() refuses what is broken, lies or is too much", () => {
  const text = bytesOf("x".repeat(5000));
  const archive = zipSync({ a: text });
  const size = (bytes: number) => [bytes & 255, bytes >> 8, 0, 0];
  throws(() => unzip(patched(archive, 24, size(10)), BOUNDS), /More than 10 bytes come out/);
  throws(() => unzip(patched(archive, 24, size(6000)), BOUNDS), /not as long as/);
  throws(() => unzip(patched(archive, 20, size(60_000)), BOUNDS), /ends too soon/);
  throws(() => unzip(patched(archive, 8, [1]), BOUNDS), /encrypted/);
  throws(() => unzip(patched(archive, 10, [99]), BOUNDS), /Unknown compression 99/);
  throws(() => unzip(patched(archive, 42, size(7)), BOUNDS), /archive is broken/);
  throws(() => unzip(patched(archive, 0, [0]), BOUNDS), /archive is broken/);
  throws(() => unzip(bytesOf("no archive"), BOUNDS), /Not a zip archive/);
  throws(() => unzip(new Uint8Array(), BOUNDS), /Not a zip archive/);
  throws(() => unzip(zipSync({ a: new Uint8Array(50_000_000) }), BOUNDS), /bytes come out/);
  const half = { a: new Uint8Array(60_000), b: new Uint8Array(60_000) };
  throws(() => unzip(zipSync(half), BOUNDS), /bytes come out/);
  const stored = zipSync({ a: [new Uint8Array(100_001), { level: 0 }] });
  throws(() => unzip(stored, BOUNDS), /bytes come out/);
  const many = Object.fromEntries("abcdef".split("").map((path) => [path, text.subarray(0, 1)]));
  throws(() => unzip(zipSync(many), BOUNDS), /More than 5 files/);
});

Deno.test("checkPath() takes plain paths", () => {
  for (const path of ["a", "a/b.c", "...", "a..b/.c", "ü/ö"]) checkPath(path);
});

Deno.test("write() writes into a new folder and over nothing", async () => {
  await withFolder({ "there/": "" }, async (folder) => {
    const content = bytesOf("x");
    await write([{ path: "a/b.js", content }, { path: "c", content }], join(folder, "new"));
    equal(await Deno.readTextFile(join(folder, "new/a/b.js")), "x");
    await rejects(write([], join(folder, "there")), Deno.errors.AlreadyExists);
    const clash = [{ path: "a", content }, { path: "a/b", content }];
    await rejects(write(clash, join(folder, "clash")));
  });
});

Deno.test("parsePinned() reads a table and refuses a line that is none", () => {
  const hash = "0a".repeat(32);
  deepEqual(parsePinned(`\nnpm  @a/b-c 1.0.0  ${hash}\ngo x.org/y/z v1.2.3 ${hash}\n`), [
    { client: "npm", name: "@a/b-c", version: "1.0.0", sha256: hash },
    { client: "go", name: "x.org/y/z", version: "v1.2.3", sha256: hash },
  ]);
  for (
    const line of [
      `npm a 1.0.0`,
      `gem a 1.0.0 ${hash}`,
      `npm --x 1.0.0 ${hash}`,
      `npm a/../b 1.0.0 ${hash}`,
      `npm a latest ${hash}`,
      `npm a 1.0.0 ${hash.toUpperCase()}`,
      `npm a 1.0.0 ${hash}0`,
    ]
  ) throws(() => parsePinned(line), /Expected "client name version sha256"/, line);
});

Deno.test("pinnedServers() pins each server once, of every kind", () => {
  const servers = pinnedServers();
  equal(new Set(servers.map(labelOf)).size, servers.length);
  equal(new Set(servers.map(({ sha256 }) => sha256)).size, servers.length);
  deepEqual([...new Set(servers.map(({ client }) => client))], ["npm", "pip", "go"]);
});

Deno.test("verify() takes the pinned archive and no other", () => {
  const archive = bytesOf("archive");
  const sha256 = createHash("sha256").update(archive).digest("hex");
  const pinned: PinnedPackage = { client: "npm", name: "a", version: "1", sha256 };
  verify(archive, pinned);
  throws(() => verify(bytesOf("another"), pinned), /a@1: expected SHA-256 [0-9a-f]{64}, got/);
});

Deno.test("toTable() counts findings by severity and confidence", () => {
  const finding = (severity: string, confidence: string) => ({
    ruleId: "r",
    severity,
    confidence,
    file: "a.py",
    line: 1,
    message: "m",
    snippet: "s",
    title: "left out",
  });
  const report = JSON.stringify({
    findings: [finding("high", "low"), finding("high", "high"), finding("info", "medium")],
    coverage: { analysed: 12 },
    complete: false,
  });
  const outcome = readReport(report, { server: "a@1\x1b", milliseconds: 3.6 });
  equal("title" in outcome.findings[0]!, false);
  const lines = toTable([outcome, { ...outcome, server: "b@2", findings: [], complete: true }])
    .split("\n").map((line) => line.trim().split(/ {2,}/));
  deepEqual(lines.slice(0, -1), [
    ["server", "files", "critical", "high", "medium", "low", "info", "ms"],
    ["a@1<U+001B> (incomplete)", "12", "-", "1/0/1", "-", "-", "0/1/0", "4"],
    ["b@2", "12", "-", "-", "-", "-", "-", "4"],
    ["all", "24", "-", "1/0/1", "-", "-", "0/1/0", "7"],
  ]);
  match(toTable([]), /^server/);
});
