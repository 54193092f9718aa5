// Python: files, folders and archives.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks } from "./build.ts";
import { RELATED, RESOLVED } from "./marks.ts";
import type { CallModel, Which } from "./model.ts";

const READ = "the reading of a file";
const WRITE = "the writing of a file";
const REMOVAL = "the removal of a file";
const ACCESS = "access to a file";
const LISTING = "the listing of a folder";
const CONTENT = { kind: "file", words: "the content of a file" } as const;

const reads = (words: string, args: readonly Which[]): CallModel => ({
  sinks: [{ kind: "path", words, args }],
  source: CONTENT,
  passes: "none",
});
const fromTo = (): CallModel =>
  sinks(
    sink("path", READ, { args: [0, "src"] }),
    sink("path", WRITE, { args: [1, "dst"] }),
  );

/** A log is a file whose name says so. */
const LOG_FILE = { name: "logfile()", only: { args: [0, "file"], name: /\.log$/i } } as const;
/** Also what `/` joins. */
const PATH = { name: "pathlib.Path()" } as const;

export const FILES: Lines = [
  // Bytes at hand are no path, whatever is opened takes them for.
  ["io.BytesIO io.StringIO BytesIO StringIO", { passes: ["all"], marks: kindsOf("path") }],
  ["open io.open codecs.open builtins.open aiofiles.open anyio.open_file trio.open_file", {
    ...reads("the opening of a file", [0, "file"]),
    gives: LOG_FILE,
  }],
  ["logfile().write", sink("log", "a log")],
  [
    "gzip.open bz2.open lzma.open linecache.getline linecache.getlines fileinput.input numpy.loadtxt numpy.genfromtxt numpy.fromfile",
    reads("the opening of a file", [0, "filename"]),
  ],
  [
    "read_csv read_json read_excel read_parquet read_table read_fwf read_html read_xml read_feather read_orc read_stata"
      .split(" ").flatMap((name) => [`pandas.${name}`, `polars.${name}`]).join(" ") +
    " polars.scan_csv polars.scan_parquet",
    reads(READ, [0, "filepath_or_buffer", "path", "source", "io"]),
  ],
  [
    "PIL.Image.open cv2.imread fitz.open pymupdf.open docx.Document openpyxl.load_workbook pypdf.PdfReader PyPDF2.PdfReader pdfplumber.open",
    reads(READ, [0, "filename", "stream"]),
  ],
  [
    "configparser.ConfigParser().read configparser.RawConfigParser().read",
    reads(READ, [0, "filenames"]),
  ],
  [
    "*.to_csv *.to_excel *.to_parquet *.to_pickle *.savefig numpy.save numpy.savetxt",
    sink("path", WRITE, { args: [0, "path_or_buf", "excel_writer", "path", "fname"] }),
  ],
  [
    "pathlib.Path pathlib.PurePath pathlib.PosixPath pathlib.PurePosixPath pathlib.WindowsPath Path anyio.Path aiopath.AsyncPath",
    { passes: ["all"], joins: "from", gives: PATH },
  ],
  ["*.joinpath *.with_suffix *.with_name *.with_stem", {
    passes: ["receiver", "all"],
    gives: PATH,
  }],
  [
    "pathlib.Path().expanduser pathlib.Path().as_posix pathlib.Path().relative_to",
    passes("receiver"),
  ],
  ["*.read_text *.read_bytes", reads(READ, ["receiver"])],
  ["pathlib.Path().open", reads("the opening of a file", ["receiver"])],
  [
    "*.write_text *.write_bytes *.unlink *.rmdir *.mkdir *.touch *.symlink_to *.hardlink_to *.chmod",
    sink("path", WRITE, { args: ["receiver"] }),
  ],
  ["*.iterdir *.rglob *.glob", { sinks: [{ kind: "path", words: LISTING, args: ["receiver"] }] }],
  [
    "os.remove os.unlink os.rmdir os.removedirs shutil.rmtree os.truncate send2trash.send2trash aiofiles.os.remove aiofiles.os.unlink aiofiles.os.rmdir aioshutil.rmtree",
    sink("path", REMOVAL, { args: [0, "path"] }),
  ],
  [
    "os.listdir os.scandir os.walk os.fwalk aiofiles.os.listdir aiofiles.os.scandir",
    sink("path", LISTING, { args: [0, "path", "top"] }),
  ],
  ["glob.glob glob.iglob", sink("path", "the listing of files", { args: [0, "pathname"] })],
  [
    "os.mkdir os.makedirs os.chmod os.chown os.open os.utime os.readlink os.mkfifo os.chdir aiofiles.os.mkdir aiofiles.os.makedirs",
    sink("path", ACCESS, { args: [0, "path", "name"] }),
  ],
  [
    "os.rename os.renames os.replace shutil.copy shutil.copyfile shutil.copy2 shutil.move shutil.copytree os.symlink os.link aiofiles.os.rename aiofiles.os.replace aioshutil.copy aioshutil.move",
    fromTo(),
  ],
  [
    "shutil.make_archive",
    sinks(
      sink("path", WRITE, { args: [0, "base_name"] }),
      sink("path", READ, { args: [2, "root_dir"] }),
    ),
  ],
  [
    "flask.send_file send_file fastapi.responses.FileResponse starlette.responses.FileResponse FileResponse aiohttp.web.FileResponse",
    sink("path", "a file sent as an answer", { args: [0, "path", "path_or_file"] }),
  ],
  // It keeps the name inside of the folder.
  [
    "flask.send_from_directory send_from_directory",
    sink("path", "a file sent as an answer", { args: [0] }),
  ],
  [
    "paramiko.SSHClient().open_sftp().get *.sftp.get",
    sink("path", WRITE, { args: [1, "localpath"] }),
  ],
  [
    "paramiko.SSHClient().open_sftp().put *.sftp.put",
    sink("path", READ, { args: [0, "localpath"] }),
  ],
  ["boto3.client().upload_file", sink("path", READ, { args: [0, "Filename"] })],
  ["boto3.client().download_file", sink("path", WRITE, { args: [2, "Filename"] })],
  [
    "os.path.join",
    { passes: ["all"], joins: "from" },
  ],
  [
    "os.path.expanduser os.path.expandvars os.path.normcase os.fspath str",
    passes("all"),
  ],
  // What it gives is a literal: inside of code it stays one.
  ["repr ascii", {
    passes: [0],
    sanitises: kindsOf("code", "interpreter"),
    marks: kindsOf("log", "header"),
  }],
  ["os.path.abspath os.path.realpath os.path.normpath", { passes: ["all"], marks: RESOLVED }],
  ["*.resolve *.absolute", { passes: ["receiver"], marks: RESOLVED }],
  ["os.path.relpath", { passes: [0], marks: RELATED }],
  ["os.path.basename ntpath.basename posixpath.basename", {
    sanitises: kindsOf("path", "archive"),
  }],
  ["os.path.splitext os.path.dirname", passes(0)],
  [
    "werkzeug.utils.secure_filename secure_filename pathvalidate.sanitize_filename slugify.slugify slugify django.utils.text.slugify",
    {
      sanitises: kindsOf("path", "archive", "shell", "argument", "header", "log"),
    },
  ],
  ["werkzeug.utils.safe_join werkzeug.security.safe_join flask.safe_join safe_join", {
    passes: ["all"],
    marks: kindsOf("path"),
  }],
  [
    "os.path.exists os.path.isfile os.path.isdir os.path.getsize os.path.getmtime os.path.islink os.access *.exists *.is_file *.is_dir *.is_symlink",
    { returns: "boolean" },
  ],
];

const UNPACKING = "the unpacking of an archive by its own names";

export const ARCHIVES: Lines = [
  // What is opened is an archive of whoever names or sends it.
  ["tarfile.open tarfile.TarFile tarfile.TarFile.open", {
    sinks: [{ kind: "path", words: "the opening of a file", args: [0, "name"] }],
    passes: ["all"],
    gives: { name: "tarfile()" },
  }],
  ["zipfile.ZipFile", {
    sinks: [{ kind: "path", words: "the opening of a file", args: [0, "file"] }],
    passes: ["all"],
    gives: { name: "zipfile()" },
  }],
  [
    "tarfile().extractall",
    sink("archive", UNPACKING, {
      args: ["receiver"],
      when: { option: "filter", is: false },
      unless: { args: [1, "members"] },
    }),
  ],
  [
    "tarfile().extract",
    sink("archive", UNPACKING, {
      args: [0, "member"],
      when: { option: "filter", is: false },
    }),
  ],
  // These leave out what would climb.
  ["zipfile().extractall", sink("path", WRITE, { args: [0, "path"] })],
  ["zipfile().extract", sink("path", WRITE, { args: [1, "path"] })],
  [
    "shutil.unpack_archive",
    sinks(
      sink("path", READ, { args: [0, "filename"] }),
      sink("path", WRITE, { args: [1, "extract_dir"] }),
    ),
  ],
  [
    "tempfile.NamedTemporaryFile tempfile.TemporaryFile tempfile.SpooledTemporaryFile tempfile.mkstemp tempfile.mkdtemp tempfile.TemporaryDirectory tempfile.gettempdir os.getcwd pathlib.Path.cwd pathlib.Path.home",
    { passes: "none" },
  ],
];
