// Go: the standard library, both MCP SDKs' requests, and common database packages.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks, table } from "./build.ts";
import { ENVIRONMENT } from "./environment.ts";
import { RESOLVED } from "./marks.ts";
import { GO_MCP } from "./mcp.ts";
import type { Models } from "./model.ts";

const READ = "the reading of a file";
const WRITE = "the writing of a file";
const CONTENT = { kind: "file", words: "the content of a file" } as const;
const REMOTE = { kind: "remote", words: "what another server answered" } as const;

const COMMANDS: Lines = [
  [
    "os/exec.Command",
    sinks(
      sink("program", "the start of a program", { args: [0] }),
      sink("argument", "a program's arguments", { args: [1], as: "rest" }),
    ),
  ],
  [
    "os/exec.CommandContext",
    sinks(
      sink("program", "the start of a program", { args: [1] }),
      sink("argument", "a program's arguments", { args: [2], as: "rest" }),
    ),
  ],
  ["os.StartProcess syscall.Exec", sink("program", "the start of a program")],
  ["plugin.Open", sink("module", "the loading of a module")],
  [
    "html/template.New().Parse text/template.New().Parse *.New().Parse",
    sink("template", "the compilation of a template"),
  ],
  ["encoding/gob.NewDecoder", passes(0)],
];

const PATHS: Lines = [
  ["os.ReadFile os.Open os.OpenFile io/ioutil.ReadFile", {
    sinks: [{ kind: "path", words: READ, args: [0] }],
    source: CONTENT,
    passes: "none",
  }],
  [
    "os.WriteFile os.Create os.Mkdir os.MkdirAll os.Chmod os.Truncate io/ioutil.WriteFile os.Symlink",
    sink("path", WRITE),
  ],
  ["os.Remove os.RemoveAll", sink("path", "the removal of a file")],
  [
    "os.ReadDir path/filepath.Walk path/filepath.WalkDir path/filepath.Glob",
    sink("path", "access to a file or folder"),
  ],
  [
    "os.Rename os.Link",
    sinks(sink("path", READ, { args: [0] }), sink("path", WRITE, { args: [1] })),
  ],
  ["net/http.ServeFile", sink("path", "a file sent as an answer", { args: [2] })],
  ["path/filepath.Join path.Join", passes("all")],
  [
    "path/filepath.Clean path/filepath.Abs path/filepath.EvalSymlinks path/filepath.Rel path.Clean",
    { passes: ["all"], marks: RESOLVED },
  ],
  ["path/filepath.Base path.Base", { sanitises: kindsOf("path", "archive") }],
  ["path/filepath.IsLocal strings.HasPrefix strings.Contains strings.HasSuffix slices.Contains", {
    returns: "boolean",
  }],
];

const REQUESTS: Lines = [
  ["net/http.Get net/http.Post net/http.Head net/http.PostForm", {
    sinks: [{ kind: "url", words: "a request to a URL", args: [0] }],
    source: REMOTE,
    passes: "none",
  }],
  ["net/http.NewRequest", {
    sinks: [{ kind: "url", words: "a request to a URL", args: [1] }],
    passes: "none",
  }],
  ["net/http.NewRequestWithContext", {
    sinks: [{ kind: "url", words: "a request to a URL", args: [2] }],
    passes: "none",
  }],
  ["net.Dial net.DialTimeout", sink("url", "a connection to an address", { args: [1] })],
  ["net/url.QueryEscape net/url.PathEscape", {
    sanitises: kindsOf("url", "path", "shell", "argument", "sql"),
  }],
  ["net/url.Parse net/url.ParseRequestURI", passes(0)],
  ["net/http.Redirect", sink("redirect", "a redirect", { args: [2] })],
];

const DATA: Lines = [
  ["*.Query *.QueryRow *.Exec *.Prepare *.Raw", sink("sql", "an SQL statement")],
  [
    "*.QueryContext *.QueryRowContext *.ExecContext *.PrepareContext",
    sink("sql", "an SQL statement", { args: [1] }),
  ],
  ["regexp.MustCompile regexp.Compile", {
    sinks: [{ kind: "regex", words: "a regular expression", args: [0] }],
    passes: [0],
  }],
  ["strconv.Atoi strconv.ParseInt strconv.ParseFloat strconv.ParseBool len", { returns: "number" }],
  ["strconv.Quote", { sanitises: kindsOf("sql") }],
  ["*.RequireInt *.GetInt *.GetFloat *.GetBool *.RequireFloat *.RequireBool", {
    returns: "number",
  }],
  ["os.Exit log.Fatal log.Fatalf log.Panic", { exits: true, passes: "none" }],
];

export const GO_MODELS: Models = table(ENVIRONMENT, GO_MCP, COMMANDS, PATHS, REQUESTS, DATA);
