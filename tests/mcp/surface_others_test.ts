import assert from "node:assert/strict";
import { type Grammar, toFile } from "../../src/core/mod.ts";
import { readSurface, SURFACE_KEYWORDS } from "../../src/mcp/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

async function lines(language: Grammar, code: string): Promise<string[]> {
  assert.equal(SURFACE_KEYWORDS[language].some((word) => code.includes(word)), true);
  const { items } = readSurface(await parse({ language, text: code }));
  return items.map(({ owner, name, texts, annotations }) => {
    for (const { value } of texts) {
      const { start, end } = toFile(value, { start: 0, end: value.text.length });
      assert.equal(end > start && end <= code.length, true);
    }
    const shown = texts.filter(({ role }) => role !== "name").map(({ role, parameter, value }) =>
      `${role}${parameter === undefined ? "" : ` ${parameter}`}=${value.text.trim()}`
    );
    return [`${owner} ${name}`, ...shown, ...Object.keys(annotations ?? {})].join("; ");
  });
}

Deno.test("readSurface() reads rmcp's attributes, doc comments and structs", async () => {
  const code = `use rmcp::tool;
    impl Counter {
      /// Adds two numbers.
      /// Really.
      #[tool]
      async fn sum(&self, Parameters(r): Parameters<Sum>) -> String {}
      #[tool(name = "raw", description = r#"A "raw" text"#, annotations(read_only_hint = true))]
      fn other(&self) {}
      /// No tool.
      fn plain(&self) {}
      #[prompt(name = "p", description = concat!("a ", "\\"b\\""))]
      async fn p(&self) {}
    }
    struct Sum {
      #[schemars(description = "left")]
      a: i32,
      /// right
      b: Option<i32>,
    }
    fn info() -> ServerInfo {
      ServerInfo { instructions: Some("Be kind".to_string()), ..Default::default() }
    }`;
  assert.deepEqual(await lines("rust", code), [
    "tool sum; description=Adds two numbers.\nReally.; parameter=a; parameter a=left; " +
    "parameter=b; parameter b=right",
    'tool raw; description=A "raw" text; readOnlyHint',
    'prompt p; description=a "b"',
    "server ; instructions=Be kind",
  ]);
});

Deno.test("readSurface() reads annotations, records and builders of Java", async () => {
  const code = `class A {
      static final String D = "Shared" + " text";
      @Tool(description = "Get " + "weather")
      String weather(@ToolParam(description = "City") String city, ToolContext context) {}
      @McpTool(name = "block", description = """
          Some block""", annotations = @McpTool.McpAnnotations(title = "T", readOnlyHint = true))
      String other() {}
      @Test String plain() {}
      void m() {
        new McpSchema.Tool("calc", D, schema);
        Tool.builder().name("b").description("Built").build();
        McpServer.sync(p).serverInfo("s", "1.0").instructions("Be kind").build();
      }
    }`;
  assert.deepEqual(await lines("java", code), [
    "tool weather; description=Get weather; parameter=city; parameter city=City",
    "tool block; description=Some block; title=T; readOnlyHint",
    "tool calc; description=Shared text",
    "tool b; description=Built",
    "server s; instructions=Be kind",
  ]);
});

Deno.test("readSurface() reads attributes of C#", async () => {
  const code = `[McpServerToolType] class A {
      const string D = "Shared";
      [McpServerTool(Name = "echo", Title = "Echo", ReadOnly = true), Description("Echoes " + "it")]
      public static string Echo([Description("What")] string message, IMcpServer server) => "";
      [McpServerTool]
      [Description(@"Verbatim")]
      static string Second(CancellationToken token) => "";
      [McpServerPrompt, Description(D)]
      static string P() => "";
      [Description("No tool")] static string Plain() => "";
      void M(McpServerOptions options) { options.ServerInstructions = "Be kind"; }
    }`;
  assert.deepEqual(await lines("csharp", code), [
    "tool echo; title=Echo; description=Echoes it; parameter=message; parameter message=What; " +
    "readOnlyHint",
    "tool Second; description=Verbatim",
    "prompt P; description=Shared",
    "server ; instructions=Be kind",
  ]);
});

Deno.test("readSurface() reads attributes, builders and classes of PHP", async () => {
  const code = `<?php
    class A {
      /**
       * Adds numbers.
       *
       * @param int $a One
       */
      #[McpTool(name: 'add', annotations: new ToolAnnotations(readOnlyHint: true))]
      public function add(int $a, #[Schema(description: 'Two')] int $b = 2) {}
      public function plain() {}
    }
    Server::builder()->setInstructions('Be kind')->addTool([A::class, 'x'], name: 'm', description: 'By ' . 'hand');
    class T extends Tool { protected string $name = 'lar'; protected string $description = 'Laravel';
      public function schema($s) { return ['q' => $s->string()->description('Query')]; } }
    new Tool(name: 'n', description: 'd', inputSchema: ['properties' => ['q' => ['description' => 'Q']]]);`;
  assert.deepEqual(await lines("php", code), [
    "tool add; description=Adds numbers.; parameter=a; parameter=b; parameter b=Two; readOnlyHint",
    "tool m; description=By hand",
    "server ; instructions=Be kind",
    "tool lar; description=Laravel; parameter=q; parameter q=Query",
    "tool n; description=d; parameter=q; parameter q=Q",
  ]);
});

Deno.test("readSurface() reads tool classes and definitions of Ruby", async () => {
  const code = `
    class First < MCP::Tool
      description "This " \\
        "tool"
      input_schema(properties: { q: { type: "string", description: "Q" } })
      annotations(read_only_hint: true)
      def self.call(q:) end
    end
    class Second < FastMcp::Tool
      tool_name "second"
      description <<~TEXT
        A heredoc
      TEXT
      arguments do
        required(:name).filled(:string).description("Name")
      end
    end
    class Third < Base
      description "No tool"
    end
    server.define_tool(name: "inline", description: "Inline") { |x| }
    MCP::Server.new(name: "s", version: "1", instructions: "Be kind", tools: [First])`;
  assert.deepEqual(await lines("ruby", code), [
    "tool First; description=This tool; parameter=q; parameter q=Q; readOnlyHint",
    "tool second; description=A heredoc; parameter=name; parameter name=Name",
    "tool inline; description=Inline",
    "server s; instructions=Be kind",
  ]);
});

Deno.test("readSurface() ends on hostile files of every language", async () => {
  const nested = "(".repeat(20_000);
  for (
    const [language, text] of [
      ["rust", `#[tool(description = ${"concat!(".repeat(5_000)}"x"`],
      ["java", `class A { @Tool(description = ${'"x" + '.repeat(5_000)}"y") void m() {} }`],
      ["csharp", `const string A = A; [McpServerTool, Description(A)] void M() {} ${nested}`],
      ["php", `<?php new Tool(name: ${"[".repeat(5_000)}`],
      ["ruby", `class A < MCP::Tool\n description ${"x.y(".repeat(5_000)}`],
    ] as const
  ) {
    const { items } = readSurface(await parse({ language, text }));
    assert.equal(items.length < 3, true, language);
  }
});
