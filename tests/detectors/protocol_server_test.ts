// Rules over how a server is run, by small files: what each way of writing it is found as, how
// grave and how sure, and what is not found.

import assert from "node:assert/strict";
import { PROTOCOL_RULES } from "../../src/detectors/protocol/mod.ts";
import { scanTexts } from "../support/scan_text.ts";

interface Case {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  /** `rule:line severity confidence` */
  readonly expect: readonly string[];
}

async function found(path: string, text: string): Promise<string[]> {
  const { findings, diagnostics } = await scanTexts({ [path]: text }, PROTOCOL_RULES);
  assert.deepEqual(diagnostics, []);
  return findings.map(({ ruleId, location, severity, confidence }) =>
    `${ruleId}:${location.line} ${severity} ${confidence}`
  );
}

const CASES: readonly Case[] = [
  {
    name: "an address that only stands in for an unset variable is less sure",
    file: "server.py",
    code: `import os
from mcp.server.fastmcp import FastMCP
one = FastMCP("one", host=os.environ.get("HOST", "0.0.0.0"))
two = FastMCP("two", host=os.environ.get("HOST") or "127.0.0.1")
three = FastMCP("three", host="::")`,
    expect: [
      "unauthenticated-http-server:3 medium low",
      "unauthenticated-http-server:5 medium medium",
    ],
  },
  {
    name: "a server that asks who calls is only told where it listens",
    file: "server.py",
    code: `from fastmcp import FastMCP
mcp = FastMCP("one", auth=provider)
mcp.run(transport="http", host="0.0.0.0")`,
    expect: ["exposed-bind:3 low medium"],
  },
  {
    name: "what comments say of authentication is no sign of it",
    file: "server.py",
    code: `from fastmcp import FastMCP
# Without authentication so far; bearer tokens may come
mcp = FastMCP("one")
mcp.run(transport="http", host="0.0.0.0")`,
    expect: ["unauthenticated-http-server:4 medium medium"],
  },
  {
    name: "sockets and servers of Python's own",
    file: "server.py",
    code: `import socket
from http.server import HTTPServer
HTTPServer(("", 8000), Handler).serve_forever()
HTTPServer(("127.0.0.1", 8000), Handler).serve_forever()
sock.bind(("0.0.0.0", 9000))
mcp.settings.host = "0.0.0.0"`,
    expect: [3, 5, 6].map((line) => `exposed-bind:${line} low medium`),
  },
  {
    name: "a port that is given to something else than a server",
    file: "server.ts",
    code: `import { SSEServerTransport as T } from "@modelcontextprotocol/sdk/server/sse.js";
import { SSEServerTransport } from "./transport.js";
emitter.listen(PORT);
app.listen(options);
app.listen(PORT, host);
app.listen("/run/acme.sock");`,
    expect: [],
  },
  {
    name: "Go's ways to name an address",
    file: "main.go",
    code: `package main

import (
	"fmt"
	"net"
	"net/http"
)

func main() {
	http.ListenAndServe("0.0.0.0:80", nil)
	http.ListenAndServe(fmt.Sprintf("0.0.0.0:%d", port), nil)
	net.Listen("tcp", "[::]:80")
	http.ListenAndServe("localhost:80", nil)
	http.ListenAndServe(addr, nil)
	_ = Page{Addr: "0.0.0.0:80"}
}`,
    expect: [10, 11, 12].map((line) => `exposed-bind:${line} low medium`),
  },
  {
    name: "a switch against DNS rebinding weighs less where callers are asked",
    file: "server.ts",
    code: `const guarded = requireBearerAuth({ verifier });
const options = { enableDnsRebindingProtection: false };`,
    expect: ["dns-rebinding-unchecked:2 low medium"],
  },
  {
    name: "origins that a function lets in, and one that it holds to a list",
    file: "app.ts",
    code: `import cors from "cors";
app.use(cors({ origin: (origin, next) => next(null, true), credentials: true }));
app.use(cors({ origin: (origin, next) => next(null, list.has(origin)), credentials: true }));
app.use(cors({ origin: "*", credentials: true }));`,
    expect: ["cors-any-origin-with-credentials:2 high medium"],
  },
  {
    name: "an origin that is mirrored where there is one, and where it is known",
    file: "app.js",
    code: `app.use((req, res) => {
  if (req.headers.origin) res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  if (known(req.headers.origin)) {
    res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  }
  res.setHeader("Access-Control-Allow-Credentials", "true");
});`,
    expect: ["cors-any-origin-with-credentials:2 high medium"],
  },
  {
    name: "debug mode of what is no web framework",
    file: "app.py",
    code: `from flask import Flask
from starlette.applications import Starlette
app = Flask(__name__)
app.debug = True
runner.debug = True
Starlette(debug=False)
FastMCP("x", debug=True)`,
    expect: ["debug-mode:4 high high"],
  },
  {
    name: "rights as bits, as text and by name",
    file: "files.py",
    code: `import os
import stat
os.chmod(a, 511)
os.chmod(b, 493)
os.chmod(c, stat.S_IRWXU | stat.S_IRWXO)
os.chmod(d, mode)`,
    expect: [3, 5].map((line) => `world-writable-file:${line} medium high`),
  },
  {
    name: "sizes of bodies",
    file: "app.js",
    code: `const express = require("express");
app.use(express.json({ limit: 104857600 }));
app.use(express.json({ limit: "99mb" }));
app.use(express.text({ limit: Infinity }));
app.use(express.raw({ limit: LIMIT }));`,
    expect: [2, 4].map((line) => `huge-request-body:${line} low medium`),
  },
  {
    name: "tools with and without a limit, and what is no tool",
    file: "server.py",
    code: `import requests
@mcp.tool()
def one(): return requests.get(URL)
@mcp.tool()
def two(): return requests.get(URL, **OPTIONS)
@app.route("/")
def three(): return requests.get(URL)`,
    expect: ["no-time-limit:3 low low"],
  },
];

for (const { name, file, code, expect } of CASES) {
  Deno.test(`server hygiene: ${name}`, async () => {
    assert.deepEqual(await found(file, code), expect);
  });
}
