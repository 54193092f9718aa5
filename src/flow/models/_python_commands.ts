// Python: programs, shells, and text that becomes code or objects.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks } from "./build.ts";
import type { CallModel, Which } from "./model.ts";

const SHELL_LINE = "a shell's command line";
const PROGRAM = "the start of a program";
const ARGUMENTS = "a program's arguments";

const command = (args: readonly Which[]): CallModel =>
  sinks(
    sink("shell", SHELL_LINE, { args, when: { option: "shell", is: true } }),
    sink("program", PROGRAM, { args, when: { option: "shell", is: false }, as: "command" }),
  );
/** A program at one place, its list of words, itself the first of them, at the next. */
const listed = (first: number): CallModel =>
  sinks(sink("program", PROGRAM, { args: [first] }), words([first + 1]));
const spread = (first: number): CallModel =>
  sinks(
    sink("program", PROGRAM, { args: [first] }),
    sink("argument", ARGUMENTS, { args: [first + 2], as: "rest" }),
  );
/** A list of words, or a text that is split into them without a shell. */
const words = (args: readonly Which[]): CallModel =>
  sink("program", PROGRAM, { args, as: "command" });

/** What GitPython hands to git as it is; text before a value makes it no option. */
const GIT_COMMANDS =
  "add am apply archive bisect blame branch cat_file checkout cherry_pick clone commit describe diff fetch grep init log ls_files ls_remote ls_tree merge mv pull push rebase remote reset restore rev_list rev_parse revert rm shortlog show stash status submodule switch tag worktree";
const git = (repo: string): string =>
  GIT_COMMANDS.split(" ").map((name) => `${repo}.git.${name}`).join(" ");

const REMOTE_LINE = "a command line on another machine";

export const COMMANDS: Lines = [
  [
    "subprocess.run subprocess.Popen subprocess.call subprocess.check_call subprocess.check_output psutil.Popen gevent.subprocess.run gevent.subprocess.check_output",
    command([0, "args"]),
  ],
  [
    "os.system os.popen subprocess.getoutput subprocess.getstatusoutput commands.getoutput commands.getstatusoutput popen2.popen2",
    sink("shell", SHELL_LINE, { args: [0, "cmd", "command"] }),
  ],
  [
    "asyncio.create_subprocess_shell asyncio.subprocess.create_subprocess_shell",
    sink("shell", SHELL_LINE, { args: [0, "cmd"] }),
  ],
  [
    "asyncio.get_event_loop().subprocess_shell asyncio.get_running_loop().subprocess_shell *.subprocess_shell",
    sink("shell", SHELL_LINE, { args: [1, "cmd"] }),
  ],
  [
    "asyncio.create_subprocess_exec asyncio.subprocess.create_subprocess_exec",
    sinks(
      sink("program", PROGRAM, { args: [0] }),
      sink("argument", ARGUMENTS, { args: [1], as: "rest" }),
    ),
  ],
  ["trio.run_process trio.lowlevel.open_process", command([0, "command"])],
  // A text goes to a shell, a list does not.
  ["anyio.run_process anyio.open_process", words([0, "command"])],
  ["os.execv os.execve os.execvp os.execvpe os.posix_spawn os.posix_spawnp", listed(0)],
  ["os.spawnv os.spawnve os.spawnvp os.spawnvpe", listed(1)],
  ["os.execl os.execle os.execlp os.execlpe", spread(0)],
  ["os.spawnl os.spawnle os.spawnlp os.spawnlpe", spread(1)],
  ["pty.spawn sh.Command plumbum.local", words([0])],
  [
    "pexpect.spawn pexpect.spawnu pexpect.run pexpect.runu pexpect.popen_spawn.PopenSpawn",
    words([0, "command"]),
  ],
  [
    "paramiko.SSHClient().exec_command paramiko.client.SSHClient().exec_command *.exec_command",
    sink("shell", REMOTE_LINE, { args: [0, "command"] }),
  ],
  [
    "asyncssh.connect().run asyncssh.connect().create_process fabric.Connection().run fabric.Connection().sudo fabric.connection.Connection().run spur.SshShell().run netmiko.ConnectHandler().send_command netmiko.ConnectHandler().send_command_timing netmiko.ConnectHandler().send_config_set",
    sink("shell", REMOTE_LINE, { args: [0, "command", "command_string"] }),
  ],
  [
    "invoke.run invoke.context.Context().run fabric.Connection().local fabric.api.local fabric.api.run fabric.api.sudo fabric.operations.run *.run_command",
    sink("shell", SHELL_LINE, { args: [0, "command"] }),
  ],
  [
    `${git("git.Repo()")} ${git("git.repo.Repo()")} git.cmd.Git().execute`,
    sink("argument", ARGUMENTS, { args: [0], as: "rest" }),
  ],
  // Docker splits a text into words itself.
  [
    "*.exec_run *.exec_create docker.from_env().api.exec_create",
    words([0, "cmd"]),
  ],
  ["*.containers.run *.containers.create", words([1, "command"])],
  ["kubernetes.stream.stream", sink("program", PROGRAM, { args: ["command"], as: "command" })],
  [
    "webbrowser.open webbrowser.open_new webbrowser.open_new_tab webbrowser.get().open os.startfile",
    sink("open", "the opening of a URL by the system", { args: [0, "url"] }),
  ],
  ["shlex.quote pipes.quote shlex.join subprocess.list2cmdline", {
    sanitises: kindsOf("shell", "argument"),
  }],
  ["shlex.split", passes(0)],
];

const EVALUATION = "the evaluation of code";
const OBJECTS = "the making of objects out of bytes";
const LOADING = "the loading of a module";

export const CODE: Lines = [
  [
    "eval exec builtins.eval builtins.exec code.interact timeit.timeit cProfile.run profile.run",
    sink("code", EVALUATION),
  ],
  ["compile builtins.compile code.compile_command", passes(0)],
  ["*.runsource *.runcode *.run_cell *.run_line_magic *.exec_module", sink("code", EVALUATION)],
  [
    "numexpr.evaluate pandas.eval *.eval_expr sympy.sympify sympy.parsing.sympy_parser.parse_expr sympy.parse_expr",
    sink("code", EVALUATION),
  ],
  ["ast.literal_eval", passes(0)],
  [
    "__import__ importlib.import_module importlib.__import__ runpy.run_path runpy.run_module imp.load_source ctypes.CDLL ctypes.cdll.LoadLibrary pydoc.locate",
    sink("module", LOADING, { args: [0, "name"] }),
  ],
  ["importlib.util.spec_from_file_location", sink("module", LOADING, { args: [1, "location"] })],
  [
    "pickle.loads pickle.load _pickle.loads pickle.Unpickler cPickle.loads cPickle.load dill.loads dill.load cloudpickle.loads cloudpickle.load joblib.load marshal.loads marshal.load shelve.open jsonpickle.decode jsonpickle.loads pandas.read_pickle pandas.io.pickle.read_pickle",
    sink("deserialization", OBJECTS),
  ],
  ["torch.load", sink("deserialization", OBJECTS, { when: { option: "weights_only", is: false } })],
  ["numpy.load", sink("deserialization", OBJECTS, { when: { option: "allow_pickle", is: true } })],
  ["yaml.load yaml.load_all", {
    sinks: [{
      kind: "deserialization",
      words: "the making of objects out of YAML",
      args: [0, "stream"],
      unless: { args: [1, "Loader"], name: /(?:^|[.])C?(?:Safe|Base)Loader$/ },
    }],
    passes: [0],
  }],
  ["yaml.unsafe_load yaml.unsafe_load_all yaml.full_load yaml.full_load_all", {
    sinks: [{
      kind: "deserialization",
      words: "the making of objects out of YAML",
      args: [0, "stream"],
    }],
    passes: [0],
  }],
  ["ruamel.yaml.YAML", {
    passes: "none",
    gives: { name: "ruamel.unsafe()", only: { args: ["typ", 0], name: /^unsafe$/ } },
  }],
  ["ruamel.unsafe().load", sink("deserialization", "the making of objects out of YAML")],
  [
    "yaml.safe_load yaml.safe_load_all json.loads json.load tomllib.loads orjson.loads ujson.loads",
    passes(0),
  ],
  [
    "jinja2.Template jinja2.Environment().from_string jinja2.Environment().compile *.from_string mako.template.Template tornado.template.Template django.template.Template chevron.render flask.render_template_string render_template_string flask.templating.render_template_string",
    sink("template", "the compilation of a template", { args: [0, "source", "text", "template"] }),
  ],
  // Its templates only look names up, and its environment keeps code from what is private.
  [
    "jinja2.sandbox.SandboxedEnvironment().from_string jinja2.sandbox.ImmutableSandboxedEnvironment().from_string string.Template",
    passes(0),
  ],
];
