import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import {
  type Embedded,
  fileName,
  parseListing,
  parseOptions,
  PERMISSIONS,
  TARGETS,
  verify,
} from "../../scripts/compile.ts";
import { reachable } from "../../scripts/module_graph.ts";

const LISTING = `Compile main.ts to out/x

Embedded Files

x
├─┬ .deno_compile_node_modules (1.18MB - 1.17MB unique)
│ └─┬ registry (1.18MB - 1.17MB unique)
│   ├── @commander-js/* (52.67KB)
│   ├── commander/15.1.0/* (202.37KB)
│   └─┬ web-tree-sitter/0.27.1 (923B - 900B unique)
│     ├── package.json (23B)
│     └── index.js (900B)
├── main.ts (5.25KB)
└─┬ src (49.35KB)
  ├── cli/worker.ts (352B)
  ├── core/* (46.94KB)
  └─┬ syntax (753B)
    ├─┬ grammars (82B)
    │ ├── go.ts (26B)
    │ └── rust.ts (28B)
    └── load (odd).ts (671B)

Files: 1.5MB (1.49MB unique)
Metadata: 3.07KB
Remote modules: 12B
`;

const EMBEDDED: Embedded = {
  files: [
    "main.ts",
    "src/cli/worker.ts",
    "src/core/*",
    "src/syntax/grammars/go.ts",
    "src/syntax/grammars/rust.ts",
    "src/syntax/load (odd).ts",
  ],
  packages: ["@commander-js/*", "commander", "web-tree-sitter"],
  bytes: 1_503_082,
};
const PACKAGES = ["@commander-js/extra-typings", "commander", "web-tree-sitter"];

Deno.test("parseListing() reads files, packages and size out of the tree", () => {
  deepStrictEqual(parseListing(LISTING), EMBEDDED);
  deepStrictEqual(parseListing(LISTING.replaceAll("\n", "\r\n")), EMBEDDED);
});

Deno.test("parseListing() refuses output without a listing", () => {
  throws(() => parseListing("Compile main.ts to out/x\n"), /No listing/);
});

Deno.test("verify() accepts what is expected, folders as a whole included", () => {
  const files = ["main.ts", "src/core/span.ts", "src/core/deep/a.ts", "src/syntax/grammars/go.ts"];
  deepStrictEqual(verify(EMBEDDED, { files, packages: PACKAGES }), []);
});

Deno.test("verify() names a grammar that is missing", () => {
  deepStrictEqual(
    verify(EMBEDDED, { files: ["src/syntax/grammars/zig.ts"], packages: PACKAGES }),
    ["Not embedded: src/syntax/grammars/zig.ts (import it with a literal path)"],
  );
});

Deno.test("verify() names a package too many, a stranger's file and a development package", () => {
  const embedded = {
    ...EMBEDDED,
    files: [...EMBEDDED.files, "tests/a.ts"],
    packages: [...EMBEDDED.packages, "ajv", "leven", "@x/*", "*"],
  };
  deepStrictEqual(verify(embedded, { files: [], packages: [...PACKAGES, "ajv"] }), [
    "Embedded, but no part of the program: tests/a.ts",
    "Embedded, but not imported: package leven",
    "Embedded, but not imported: package @x/*",
    "Embedded, but not imported: package *",
    "Imported by the program, but a development package: ajv",
  ]);
});

Deno.test("verify() holds the size to its bound", () => {
  deepStrictEqual(
    verify({ ...EMBEDDED, bytes: 20_100_000 }, { files: [], packages: PACKAGES }),
    ["Embeds 20.10 MB, more than 20.00 MB"],
  );
});

Deno.test("reachable() follows code, not types, and packages to their dependencies", () => {
  const graph = {
    modules: [
      {
        specifier: "file:///x/main.ts",
        dependencies: [
          { code: { specifier: "file:///x/a.ts" } },
          { type: { specifier: "file:///x/only_types.ts" } },
          { code: { specifier: "npm:p@1" } },
        ],
      },
      { specifier: "file:///x/a.ts", dependencies: [{ code: { specifier: "file:///x/main.ts" } }] },
      { specifier: "npm:/p@1.0.0", npmPackage: "p@1.0.0" },
    ],
    redirects: { "npm:p@1": "npm:/p@1.0.0" },
    npmPackages: {
      "p@1.0.0": { name: "p", dependencies: ["q@1.0.0"] },
      "q@1.0.0": { name: "q", dependencies: ["p@1.0.0"] },
      "r@1.0.0": { name: "r", dependencies: [] },
    },
  };
  deepStrictEqual(reachable(graph, "file:///x/main.ts"), {
    urls: ["file:///x/main.ts", "file:///x/a.ts"],
    packages: ["p", "q"],
  });
});

Deno.test("parseOptions() takes all targets, some, or the check", () => {
  deepStrictEqual(parseOptions([]), { check: false, targets: Object.keys(TARGETS) });
  deepStrictEqual(parseOptions(["--target", "linux-x64"]), {
    check: false,
    targets: ["linux-x64"],
  });
  strictEqual(parseOptions(["--check"]).check, true);
});

Deno.test("parseOptions() says what was expected", () => {
  throws(
    () => parseOptions(["--target", "amiga"]),
    /Unknown target "amiga"; expected one of linux/,
  );
  throws(() => parseOptions(["--check", "--target", "linux-x64"]), /leave out --target/);
  throws(() => parseOptions(["--fast"]), /--fast/);
});

Deno.test("each target has its file name, and no executable is granted more than it needs", () => {
  deepStrictEqual(Object.keys(TARGETS).map(fileName), [
    "mcp-sentinel-linux-x64",
    "mcp-sentinel-linux-arm64",
    "mcp-sentinel-macos-x64",
    "mcp-sentinel-macos-arm64",
    "mcp-sentinel-windows-x64.exe",
  ]);
  for (const flag of ["--allow-all", "-A", "--allow-run", "--allow-ffi"]) {
    strictEqual(PERMISSIONS.includes(flag), false);
  }
});
