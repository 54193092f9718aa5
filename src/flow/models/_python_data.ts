// Python: databases, directories, documents, expressions.

import { ALL_KINDS, kindsOf } from "../kinds.ts";
import { type Lines, passes, sink } from "./build.ts";

const SQL = "an SQL statement";
const QUERY = "a query of a document database";
const XML = "an XML parser that follows entities";
const RESOLVING = { args: [1, "parser"], name: /^resolving-parser$/ };

export const DATA: Lines = [
  [
    "*.execute *.executemany *.executescript *.execute_fetchall *.execute_insert *.fetch *.fetchrow *.fetchval *.fetch_all *.fetch_one *.fetch_val *.exec_driver_sql *.read_sql *.executesql *.mogrify *.copy_expert *.copy_from_query *.exec pandas.read_sql pandas.read_sql_query polars.read_database",
    sink("sql", SQL, { args: [0, "query", "sql", "statement"] }),
  ],
  [
    "duckdb.sql duckdb.query duckdb.execute duckdb.connect().sql duckdb.connect().query *.raw *.extra *.query",
    sink("sql", SQL),
  ],
  [
    "google.cloud.bigquery.Client().query clickhouse_connect.get_client().query clickhouse_connect.get_client().command clickhouse_driver.Client().execute",
    sink("sql", SQL),
  ],
  [
    "sqlalchemy.text text sqlalchemy.sql.text sqlalchemy.literal_column sqlalchemy.sql.expression.text",
    passes(0),
  ],
  ["psycopg.sql.SQL psycopg2.sql.SQL", passes(0)],
  [
    "psycopg.sql.Identifier psycopg.sql.Literal psycopg2.sql.Identifier psycopg2.sql.Literal psycopg2.extensions.quote_ident psycopg2.extensions.adapt pymysql.converters.escape_string pymysql.escape_string *.escape_string *.literal *.quote_identifier",
    { sanitises: kindsOf("sql") },
  ],
  [
    "*.find_one *.find_one_and_update *.find_one_and_delete *.find_one_and_replace *.aggregate *.delete_many *.delete_one *.update_many *.update_one *.replace_one *.count_documents",
    {
      sinks: [{ kind: "nosql", words: QUERY, args: [0, "filter", "pipeline"] }],
      passes: ["receiver"],
    },
  ],
  ["*.find", { sinks: [{ kind: "nosql", words: QUERY, args: [0, "filter"] }] }],
  ["lxml.etree.XMLParser", {
    passes: "none",
    gives: { name: "resolving-parser", when: { option: "resolve_entities", is: true } },
  }],
  [
    "lxml.etree.parse lxml.etree.fromstring lxml.etree.XML lxml.objectify.parse lxml.objectify.fromstring",
    { sinks: [{ kind: "xml", words: XML, args: [0, "source", "text"], only: RESOLVING }] },
  ],
  ["lxml.etree.iterparse", {
    sinks: [{
      kind: "xml",
      words: XML,
      args: [0, "source"],
      when: { option: "resolve_entities", is: true },
    }],
  }],
  [
    "*.xpath",
    { sinks: [{ kind: "xpath", words: "an XPath expression", args: [0] }], passes: ["receiver"] },
  ],
  ["lxml.etree.XPath elementpath.select", {
    sinks: [{ kind: "xpath", words: "an XPath expression", args: [1, 0] }],
    passes: "none",
  }],
  [
    "*.search_s *.search_ext_s *.search_st *.search_ext",
    sink("ldap", "an LDAP filter", { args: [2, "filterstr"] }),
  ],
  [
    "ldap3.Connection().search ldap3.core.connection.Connection().search",
    sink("ldap", "an LDAP filter", { args: [1, "search_filter"] }),
  ],
  [
    "ldap3.Connection().extend.standard.paged_search",
    sink("ldap", "an LDAP filter", { args: [1, "search_filter"] }),
  ],
  [
    "ldap.filter.escape_filter_chars ldap.dn.escape_dn_chars ldap3.utils.conv.escape_filter_chars ldap3.utils.dn.escape_rdn ldap.filter.filter_format",
    { sanitises: kindsOf("ldap") },
  ],
  ["re.compile", {
    sinks: [{ kind: "regex", words: "a regular expression", args: [0, "pattern"] }],
    passes: ["all"],
    compiles: true,
  }],
  ["re.match re.search re.fullmatch re.findall re.finditer re.split", {
    sinks: [{ kind: "regex", words: "a regular expression", args: [0, "pattern"] }],
    passes: ["all"],
  }],
  ["re.sub re.subn", {
    sinks: [{ kind: "regex", words: "a regular expression", args: [0, "pattern"] }],
    passes: [1, 2],
  }],
  ["re.escape", { sanitises: kindsOf("regex") }],
  [
    "html.escape markupsafe.escape xml.sax.saxutils.escape xml.sax.saxutils.quoteattr bleach.clean nh3.clean",
    { sanitises: kindsOf("template", "xml") },
  ],
];

export const VALUES: Lines = [
  [
    "int float bool len abs round ord hash id sum decimal.Decimal fractions.Fraction uuid.UUID datetime.datetime.fromisoformat datetime.date.fromisoformat datetime.datetime.strptime dateutil.parser.parse ipaddress.ip_address ipaddress.ip_network ipaddress.IPv4Address ipaddress.IPv6Address",
    { returns: "number" },
  ],
  ["isinstance hasattr callable any all", { returns: "boolean" }],
  ["*.isdigit *.isalnum *.startswith *.endswith *.is_relative_to *.isidentifier", {
    returns: "boolean",
  }],
  [
    "md5 sha1 sha224 sha256 sha384 sha512 sha3_256 blake2b blake2s new".split(" ").map((name) =>
      `hashlib.${name}`
    ).join(" ") +
    " hmac.new secrets.token_hex secrets.token_urlsafe uuid.uuid4 base64.urlsafe_b64encode",
    { sanitises: ALL_KINDS },
  ],
  ["*.hexdigest", { passes: ["receiver"], marks: ALL_KINDS }],
  ["base64.b64encode base64.b32encode binascii.hexlify", {
    sanitises: kindsOf(
      "shell",
      "sql",
      "code",
      "template",
      "xml",
      "xpath",
      "ldap",
      "regex",
      "header",
      "log",
      "argument",
    ),
  }],
  ["json.dumps", { passes: [0], marks: kindsOf("log", "header") }],
  ["input sys.stdin.read sys.stdin.readline", {
    source: { kind: "environment", words: "what is typed in" },
    passes: "none",
  }],
  ["sys.exit exit quit os._exit os.abort", { exits: true, passes: "none" }],
  ["functools.partial contextlib.closing contextlib.aclosing contextlib.nullcontext", {
    wraps: true,
  }],
  ["asyncio.to_thread anyio.to_thread.run_sync starlette.concurrency.run_in_threadpool", {
    wraps: true,
  }],
  ["print logging.info logging.debug logging.warning logging.error", { passes: "none" }],
];
