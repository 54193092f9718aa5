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
  equal(await readBytes(bytes(Array(99).fill([7, 0]).flat()), "json"), "skipped: binary");
});

Deno.test("readSource() keeps UTF-8 where one byte is bad and falls back to Latin-1 else", async () => {
  equal(await readBytes(bytes("hidden\u200b", [0xff])), "hidden\u200b\ufffd");
  equal(await readBytes(bytes("caf", [0xe9], " na", [0xef], "ve")), "café naïve");
  equal(await readBytes(bytes('"\ufffd"')), '"\ufffd"');
});

Deno.test("readSource() skips binaries of every kind and tells of them", async () => {
  const noise = bytes(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256));
  await withTree({ file: noise }, async (folder) => {
    for (const kind of ["typescript", "json", "shell"] as const) {
      deepEqual(await read(folder, "file", kind), {
        status: "skipped",
        reason: "binary",
        diagnostic: {
          kind: "unreadable",
          file: "file",
          message: 'Did not analyse "file": binary data',
        },
      });
    }
  });
  equal(await readBytes(bytes(Array(100).fill(0))), "skipped: binary");
});

Deno.test("readSource() skips nothing that holds text, whatever else it holds", async () => {
  const text = "print(1)\n".repeat(100);
  for (const kind of ["python", "yaml"] as const) {
    equal(await readBytes(bytes(text, "#", [0]), kind), `${text}#\0`);
    equal(await readBytes(bytes("a=1#", [0]), kind), "a=1#\0");
    equal(await readBytes(bytes(Array(5000).fill(0), text), kind), "\0".repeat(5000) + text);
  }
});

Deno.test("readSource() lets no comment hide the program beside it", async () => {
  const program = "\nrequire('child_process').exec(process.argv[2]);\n";
  for (const padding of ["a\0", "\0a"]) {
    for (const start of ["/*", "//"]) {
      const text = `${start}${padding.repeat(2300)}${start === "/*" ? "*/" : "\n"}${program}`;
      equal(await readBytes(bytes(text), "javascript"), text);
    }
  }
  const odd = `${program.repeat(20)}/*${"\x01\x02\0".repeat(30)}*/${program}`;
  equal(await readBytes(bytes(odd), "javascript"), odd);
});

Deno.test("readSource() takes for UTF-16 what is so as a whole", async () => {
  const text = "# \u4e00\u4e2d\u6587 \u2026\n" + "print(1)\n".repeat(100);
  for (const bigEndian of [false, true]) {
    equal(await readBytes(bytes(utf16(text, { bigEndian }))), text);
    equal(await readBytes(bytes(utf16(text, { bigEndian })), "json"), text);
    const half = bytes(utf16(text, { bigEndian }), text);
    match(await readBytes(half, "json"), /\0p.{0,4}r[^]*print/);
  }
});

Deno.test("readSource() believes no mark in front of bytes that are no UTF-16", async () => {
  const program = "=1\n# coding: latin-1\nimport os\nos.system(input())\n";
  equal(await readBytes(bytes([0xff, 0xfe], program)), `\u00ff\u00fe${program}`);
  equal(await readBytes(bytes([0xfe, 0xff], program), "shell"), `\u00fe\u00ff${program}`);
  const chinese = "# \u4e2d\u6587\u6d4b\u8bd5\u4e00\nx = 1\n".repeat(50);
  equal(await readBytes(bytes([0xff, 0xfe], utf16(chinese, { bigEndian: false }))), chinese);
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

Deno.test("readSource() tells a package.json of a working tree without a lock file", async () => {
  const tree = {
    ".gitignore": "",
    "one/package.json": "{}",
    "two/package-lock.json": "{}",
    "two/package.json": "{}",
    "two/inner/package.json": "{}",
    "one/other.json": "{}",
  };
  await withTree(tree, async (folder) => {
    const unlocked = async (path: string, root = folder): Promise<boolean> => {
      const result = await read(root, path, "json");
      return result.status === "read" && result.file.unlocked === true;
    };
    equal(await unlocked("one/package.json"), true);
    equal(await unlocked("one/other.json"), false);
    equal(await unlocked("two/package.json"), false);
    equal(await unlocked("two/inner/package.json"), false);
    // Of a target that ends below the files of git nothing tells that it is a working tree.
    equal(await unlocked("package.json", join(folder, "one")), false);
  });
});
