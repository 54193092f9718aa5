// Go: the standard library, both MCP SDKs' requests, and common packages.

import { ALL_KINDS, kindsOf } from "../kinds.ts";
import { DATA } from "./_go_data.ts";
import { type Lines, passes, sink, sinks, table } from "./build.ts";
import { ENVIRONMENT } from "./environment.ts";
import { RELATED, RESOLVED } from "./marks.ts";
import { GO_MCP } from "./mcp.ts";
import type { CallModel, Models, Which } from "./model.ts";

const READ = "the reading of a file";
const WRITE = "the writing of a file";
const REMOVAL = "the removal of a file";
const ACCESS = "access to a file or folder";
const PROGRAM = "the start of a program";
const ARGUMENTS = "a program's arguments";
const CONTENT = { kind: "file", words: "the content of a file" } as const;
const REMOTE = { kind: "remote", words: "what another server answered" } as const;

const started = (first: number): CallModel =>
  sinks(
    sink("program", PROGRAM, { args: [first] }),
    sink("argument", ARGUMENTS, { args: [first + 1], as: "rest" }),
  );

const COMMANDS: Lines = [
  ["os/exec.Command golang.org/x/sys/execabs.Command github.com/cli/safeexec.Command", started(0)],
  [
    "os/exec.Cmd",
    sinks(
      sink("program", PROGRAM, { args: ["0.Path"] }),
      sink("program", PROGRAM, { args: ["0.Args"], as: "command" }),
    ),
  ],
  ["os/exec.CommandContext golang.org/x/sys/execabs.CommandContext", started(1)],
  [
    "os.StartProcess syscall.Exec syscall.ForkExec syscall.StartProcess golang.org/x/sys/unix.Exec",
    sinks(
      sink("program", PROGRAM, { args: [0] }),
      sink("program", PROGRAM, { args: [1], as: "command" }),
    ),
  ],
  [
    "golang.org/x/crypto/ssh.Dial().NewSession().Run golang.org/x/crypto/ssh.Dial().NewSession().Start golang.org/x/crypto/ssh.Dial().NewSession().Output golang.org/x/crypto/ssh.Dial().NewSession().CombinedOutput *.NewSession().Run *.NewSession().Output *.NewSession().CombinedOutput *.NewSession().Start",
    sink("shell", "a command line on another machine"),
  ],
  ["github.com/bitfield/script.Exec", sink("program", PROGRAM, { as: "tagged" })],
  [
    "github.com/pkg/browser.OpenURL github.com/skratchdot/open-golang/open.Run github.com/skratchdot/open-golang/open.Start github.com/toqueteos/webbrowser.Open",
    sink("open", "the opening of a URL by the system"),
  ],
  ["plugin.Open", sink("module", "the loading of a module")],
  [
    "html/template.New().Parse text/template.New().Parse *.New().Parse html/template.New().Funcs().Parse text/template.New().Funcs().Parse",
    sink("template", "the compilation of a template"),
  ],
  [
    "github.com/traefik/yaegi/interp.New().Eval github.com/dop251/goja.New().RunString github.com/robertkrimen/otto.New().Run github.com/yuin/gopher-lua.NewState().DoString go.starlark.net/starlark.ExecFile",
    sink("code", "the evaluation of code"),
  ],
  [
    "encoding/gob.NewDecoder encoding/json.NewDecoder encoding/xml.NewDecoder gopkg.in/yaml.v3.NewDecoder",
    passes(0),
  ],
  [
    "github.com/google/shlex.Split github.com/kballard/go-shellquote.Split github.com/mattn/go-shellwords.Parse",
    passes(0),
  ],
  [
    "github.com/alessio/shellescape.Quote al.essio.dev/pkg/shellescape.Quote github.com/kballard/go-shellquote.Join",
    {
      sanitises: kindsOf("shell", "argument"),
    },
  ],
];

/** A log is a file whose name says so. */
const LOG_FILE = { name: "logfile()", only: { args: [0], name: /\.log$/i } } as const;
const line = (args: readonly Which[]): CallModel => sink("log", "a log", { args });

const PATHS: Lines = [
  ["os.ReadFile os.Open io/ioutil.ReadFile os.Readlink", {
    sinks: [{ kind: "path", words: READ, args: [0] }],
    source: CONTENT,
    passes: "none",
  }],
  ["os.OpenFile os.Create", {
    sinks: [{ kind: "path", words: WRITE, args: [0] }],
    source: CONTENT,
    passes: "none",
    gives: LOG_FILE,
  }],
  ["logfile().WriteString logfile().Write", line([0])],
  [
    "os.WriteFile os.Mkdir os.MkdirAll os.Chmod os.Chown os.Chtimes os.Truncate io/ioutil.WriteFile",
    sink("path", WRITE),
  ],
  ["os.Remove os.RemoveAll", sink("path", REMOVAL)],
  [
    "os.ReadDir io/ioutil.ReadDir path/filepath.Walk path/filepath.WalkDir path/filepath.Glob os.DirFS os.Chdir os.OpenRoot",
    sink("path", ACCESS),
  ],
  [
    "os.Rename os.Link os.Symlink",
    sinks(sink("path", READ, { args: [0] }), sink("path", WRITE, { args: [1] })),
  ],
  // What is opened is an archive of whoever names it.
  ["archive/zip.OpenReader", { sinks: [{ kind: "path", words: READ, args: [0] }], passes: [0] }],
  ["archive/zip.NewReader archive/tar.NewReader compress/gzip.NewReader", passes(0)],
  ["net/http.ServeFile", sink("path", "a file sent as an answer", { args: [2] })],
  ["os.CreateTemp os.MkdirTemp os.TempDir os.Getwd os.UserHomeDir", { passes: "none" }],
  ["path/filepath.Join path.Join", { passes: ["all"], joins: "below" }],
  ["os.Stat os.Lstat", { passes: "none" }],
  [
    "path/filepath.Clean path/filepath.Abs path/filepath.EvalSymlinks path.Clean",
    { passes: ["all"], marks: RESOLVED, joins: "below" },
  ],
  ["path/filepath.Rel", { passes: ["all"], marks: RELATED }],
  [
    "path/filepath.Base path.Base path/filepath.Ext path.Ext",
    { sanitises: kindsOf("path", "archive") },
  ],
  ["github.com/cyphar/filepath-securejoin.SecureJoin *.SecureJoin", {
    passes: ["all"],
    marks: kindsOf("path", "archive"),
  }],
  ["path/filepath.IsLocal strings.HasPrefix strings.Contains strings.HasSuffix slices.Contains", {
    returns: "boolean",
  }],
];

const URL_WORDS = "a request to a URL";
const request = (args: readonly Which[]): CallModel => ({
  sinks: [{ kind: "url", words: URL_WORDS, args }],
  source: REMOTE,
  passes: "none",
});
const asked = (args: readonly Which[]): CallModel => ({
  sinks: [{ kind: "url", words: URL_WORDS, args }],
  passes: "none",
});
const CLIENTS = ["net/http", "net/http.DefaultClient", "http.Client", "*.http.Client"];

const REQUESTS: Lines = [
  [
    CLIENTS.flatMap((client) =>
      ["Get", "Post", "Head", "PostForm"].map((verb) => `${client}.${verb}`)
    ).join(" "),
    request([0]),
  ],
  ["net/http.NewRequest", asked([1])],
  ["net/http.NewRequestWithContext", asked([2])],
  [
    "github.com/go-resty/resty/v2.New().R().Get github.com/go-resty/resty/v2.New().R().Post *.R().Get *.R().Post *.R().Put *.R().Delete github.com/gorilla/websocket.DefaultDialer.Dial github.com/hashicorp/go-retryablehttp.Get",
    request([0]),
  ],
  ["github.com/hashicorp/go-retryablehttp.NewRequest", asked([1])],
  ["net/http/httputil.NewSingleHostReverseProxy", asked([0])],
  [
    "net.Dial net.DialTimeout crypto/tls.Dial google.golang.org/grpc.Dial",
    sink("url", "a connection to an address", { args: [1] }),
  ],
  ["net/url.QueryEscape net/url.PathEscape", {
    sanitises: kindsOf("url", "path", "shell", "argument", "sql", "redirect", "header", "log"),
  }],
  ["net/url.Parse net/url.ParseRequestURI net/url.JoinPath", passes(0)],
  ["net/http.Redirect", sink("redirect", "a redirect", { args: [2] })],
  ["*.Redirect", sink("redirect", "a redirect", { args: [1] })],
  // Headers by hand: a line break in one begins another.
  ["net/smtp.SendMail", sink("header", "the headers of a mail", { args: [4] })],
  [
    "net.Dial().Write crypto/tls.Dial().Write",
    sink("header", "a request's headers, written by hand"),
  ],
  ["fmt.Sprint fmt.Sprintln", passes("all")],
  [
    "crypto/sha256.Sum256 crypto/sha512.Sum512 crypto/md5.Sum crypto/sha1.Sum github.com/google/uuid.Parse",
    {
      sanitises: ALL_KINDS,
    },
  ],
];

export const GO_MODELS: Models = table(ENVIRONMENT, GO_MCP, COMMANDS, PATHS, REQUESTS, DATA);
