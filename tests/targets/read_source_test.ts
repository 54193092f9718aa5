import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import type { FileKind } from "../../src/core/mod.ts";
import { type ReadResult, readSource } from "../../src/targets/mod.ts";
import { run, withTree } from "./_tree.ts";

const LIMIT = 1024 * 1024;

function read(folder: string, path: string, kind: FileKind = "python"): Promise<ReadResult> {
  const file = { path, absolute: join(folder, path), kind, context: "product" } as const;
  return readSource(file, { maxFileSize: LIMIT });
}

/** What `bytes` read as: the text, or the reason they were skipped for. */
async function readBytes(bytes: Uint8Array, kind?: FileKind): Promise<string> {
  let result: ReadResult | undefined;
  await withTree({ file: bytes }, async (folder) => {
    result = await read(folder, "file", kind);
  });
  return result!.status === "read" ? result!.file.text : `skipped: ${result!.reason}`;
}

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => typeof part === "string" ? [...new TextEncoder().encode(part)] : part),
  );
}

function utf16(text: string, options: { bigEndian: boolean }): number[] {
  return [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return options.bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
  });
}

Deno.test("readSource() hands over path, kind and text", async () => {
  await withTree({ "a\nb.py": "x = 1\r\n" }, async (folder) => {
    deepEqual(await read(folder, "a\nb.py"), {
      status: "read",
      file: { path: "a\nb.py", kind: "python", context: "product", text: "x = 1\r\n" },
    });
  });
});

Deno.test("readSource() reads an empty file as empty text", async () => {
  equal(await readBytes(bytes()), "");
});

Deno.test("readSource() strips byte order marks and heeds them", async () => {
  equal(await readBytes(bytes([0xef, 0xbb, 0xbf], "é")), "é");
  equal(await readBytes(bytes([0xff, 0xfe], utf16("hé€", { bigEndian: false }))), "hé€");
  equal(await readBytes(bytes([0xfe, 0xff], utf16("hé€", { bigEndian: true }))), "hé€");
});

Deno.test("readSource() knows UTF-16 without a mark by its zeros", async () => {
  const text = "import os # \u200b\n";
  equal(await readBytes(bytes(utf16(text, { bigEndian: false }))), text);
  equal(await readBytes(bytes(utf16(text, { bigEndian: true })), "json"), text);
  equal(await readBytes(bytes([0]), "json"), "skipped: binary");
});

Deno.test("readSource() is not led by a comment full of zeros to take a program for UTF-16", async () => {
  const program = `require("child_process").exec("ls " + x);\n`;
  const decoy = Array.from({ length: 4600 }, (_, i) => i % 2 === 0 ? 0x61 : 0);
  const result = await readBytes(bytes("/*", decoy, `*/${program}`), "javascript");
  // Binary is said in a diagnostic; text that is no program would be silence.
  equal(result, "skipped: binary");
  const few = Array.from({ length: 40 }, (_, i) => i % 2 === 0 ? 0x61 : 0);
  const text = await readBytes(bytes("/*", few, `*/${program.repeat(30)}`), "javascript");
  equal(text.endsWith(program), true);
});

Deno.test("readSource() says of a program by name that it is binary", async () => {
  await withTree({ "a.py": new Uint8Array(100), "b.json": new Uint8Array(100) }, async (folder) => {
    const program = await read(folder, "a.py");
    equal(program.status === "skipped" && program.diagnostic?.kind, "unreadable");
    const other = await read(folder, "b.json", "json");
    equal(other.status === "skipped" && other.diagnostic, undefined);
  });
});

Deno.test("readSource() keeps UTF-8 where one byte is bad and falls back to Latin-1 else", async () => {
  equal(await readBytes(bytes("hidden\u200b", [0xff])), "hidden\u200b\ufffd");
  equal(await readBytes(bytes("caf", [0xe9], " na", [0xef], "ve")), "café naïve");
  equal(await readBytes(bytes('"\ufffd"')), '"\ufffd"');
});

Deno.test("readSource() skips binaries, but no source for a few odd bytes", async () => {
  const text = "print(1)\n".repeat(100);
  equal(await readBytes(bytes(text, [0]), "yaml"), "skipped: binary");
  equal(await readBytes(bytes(text, "#", [0])), `${text}#\0`);
  equal(await readBytes(bytes(text, Array(100).fill(0))), "skipped: binary");
  const noise = Array.from({ length: 4000 }, (_, i) => (i * 37) % 256);
  equal(await readBytes(bytes(noise), "typescript"), "skipped: binary");
  const late = bytes("x".repeat(8 * 1024), [0]);
  equal((await readBytes(late, "json")).length, late.length);
});

Deno.test("readSource() does not read a file above the limit and says how large it is", async () => {
  await withTree({ "big.py": "", "edge.py": "x".repeat(LIMIT) }, async (folder) => {
    await Deno.truncate(`${folder}/big.py`, 500 * LIMIT);
    const start = performance.now();
    deepEqual(await read(folder, "big.py"), {
      status: "skipped",
      reason: "too-large",
      diagnostic: {
        kind: "too-large",
        file: "big.py",
        message: 'Did not read "big.py": 500 MiB is above the limit of 1 MiB',
      },
    });
    equal(performance.now() - start < 200, true);
    equal((await read(folder, "edge.py")).status, "read");
    await Deno.truncate(`${folder}/big.py`, LIMIT + 1);
    const result = await read(folder, "big.py");
    match(result.status === "skipped" && result.diagnostic?.message || "", /1048577 bytes/);
  });
});

Deno.test("readSource() tells of a file that is gone or became something else", async () => {
  await withTree({ "real.py": "", "folder/": "" }, async (folder) => {
    await Deno.symlink("real.py", `${folder}/link.py`);
    await run("mkfifo", [`${folder}/pipe.py`]);
    const troubles = {
      "gone.py": "no such file or folder",
      "link.py": "not a regular file",
      "folder": "not a regular file",
      "pipe.py": "not a regular file",
      ["x".repeat(300)]: "path too long",
    };
    for (const [path, trouble] of Object.entries(troubles)) {
      const message = `Could not read "${path}": ${trouble}`;
      const diagnostic = { kind: "unreadable", file: path, message };
      deepEqual(await read(folder, path), { status: "skipped", reason: "unreadable", diagnostic });
    }
  });
});

Deno.test("readSource() makes hostile names safe in messages", async () => {
  const result = await read("/nowhere", "a\n\x1b[2J.py");
  equal(
    result.status === "skipped" && result.diagnostic?.message,
    'Could not read "a<U+000A><U+001B>[2J.py": no such file or folder',
  );
});
