// Names that tell where a value comes from: calls, members and functions, by full name.

/** Calls whose result a shell takes as one word, or that give no more than a number. */
export const NEUTRAL = new Set([
  "shlex.quote",
  "pipes.quote",
  "shlex.join",
  "shell-quote.quote",
  "shell-escape",
  "shescape.quote",
  "shlex-quote",
  "github.com/alessio/shellescape.Quote",
  "github.com/kballard/go-shellquote.Join",
  "int",
  "float",
  "len",
  "round",
  "ord",
  "Number",
  "parseInt",
  "parseFloat",
  "Number.parseInt",
  "Number.parseFloat",
  "Math.floor",
  "Math.round",
  "Math.ceil",
  "strconv.Itoa",
  "Date.now",
  "time.time",
  "uuid.uuid4",
  "crypto.randomUUID",
  "os.getpid",
  "os.getuid",
]);

/** Values that the machine gives, not the caller. */
export const FIXED = new Set([
  "sys.executable",
  "sys.platform",
  "process.execPath",
  "process.pid",
  "process.ppid",
  "process.platform",
  "process.arch",
  "process.cwd",
  "os.platform",
  "os.arch",
  "os.homedir",
  "os.tmpdir",
  "os.getcwd",
  "os.Getwd",
  "os.Executable",
  "os.TempDir",
  "os.UserHomeDir",
  "platform.system",
  "tempfile.gettempdir",
  "tempfile.mkdtemp",
  "fs.mkdtempSync",
  "fs.mkdtemp",
  "fs.promises.mkdtemp",
  "fs/promises.mkdtemp",
  "os.MkdirTemp",
  "pathlib.Path.home",
  "pathlib.Path.cwd",
  "Deno.execPath",
  "Deno.cwd",
  "__dirname",
  "__filename",
  "__file__",
  "__name__",
]);

/** Values that whoever starts the server gives. */
export const ENVIRONMENT =
  /^(?:process\.env|process\.argv|os\.environ|os\.getenv|os\.Getenv|os\.LookupEnv|os\.Args|sys\.argv|Deno\.env\.get|Bun\.env|import\.meta\.env)(?:\.|$)/;

/** Calls that give what they are given, in another form. */
export const PASSING = new Set([
  "str",
  "String",
  "os.path.join",
  "os.path.dirname",
  "os.path.basename",
  "os.path.abspath",
  "os.path.realpath",
  "os.path.normpath",
  "os.path.expanduser",
  "os.fspath",
  "path.join",
  "path.resolve",
  "path.dirname",
  "path.basename",
  "path.normalize",
  "path/filepath.Join",
  "path/filepath.Dir",
  "path/filepath.Abs",
  "url.fileURLToPath",
  "url.pathToFileURL",
  "pathlib.Path",
  "pathlib.PurePath",
  "shutil.which",
  "which",
  "which.sync",
  "os/exec.LookPath",
  "fmt.Sprintf",
  "strings.Join",
  "JSON.stringify",
  "importlib.resources.files",
]);

/** Methods whose result is made of what they are called on, and of their arguments. */
export const PASSING_METHODS = new Set([
  "format",
  "join",
  "joinpath",
  "resolve",
  "absolute",
  "expanduser",
  "as_posix",
  "with_suffix",
  "with_name",
  "concat",
  "toString",
  "trim",
  "strip",
  "decode",
  "encode",
]);

/** Calls that read a file whose place is their first argument. */
export const FILE_READS =
  /(?:^|\.)(?:readFile|readFileSync|readTextFile|readTextFileSync|ReadFile|open)$/;
export const READ_METHODS = new Set(["read", "read_text", "text", "readFile"]);

/** Members that are numbers, or the place of what they are taken from. */
export const NUMBERS = new Set(["length", "size", "pid", "byteLength"]);
export const PLACES = new Set([
  "parent",
  "parents",
  "dirname",
  "filename",
  "url",
  "href",
  "pathname",
]);

/** A function named so quotes; whether it does so well is not known. */
export const QUOTING_NAME =
  /(?:^|[._])(?:sh(?:ell)?_?)?(?:escape|quote|sanitize|encodeURI|URLSearchParams)\w{0,40}$/i;
export const OTHER_QUOTING = /html|unescape|unquote/i;
export const LONGEST_CALLEE = 200;
