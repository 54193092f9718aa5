// Python: a tool's argument on its way from one file to another.

import { checkFlows } from "./_flows.ts";

/** A server that gives a tool's argument to what `lines` import. */
function server(lines: string, call = "run(name)"): string {
  return `${lines}\n@mcp.tool()\ndef t(name: str):\n    ${call}\n`;
}

const RUN = "import os\ndef run(c):\n    os.system(c)\n";
const FOUND = ["proven shell pkg/sink.py:3"];

checkFlows("imports of Python", {
  "a member": [{
    "pkg/main.py": server("from pkg.sink import run"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a renamed member": [{
    "pkg/main.py": server("from pkg.sink import run as go", "go(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module beside": [{
    "pkg/main.py": server("from . import sink", "sink.run(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module beside, with an __init__": [{
    "pkg/__init__.py": "",
    "pkg/main.py": server("from . import sink", "sink.run(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "all of a module beside": [{
    "pkg/__init__.py": "",
    "pkg/main.py": server("from .sink import *"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module above": [{
    "pkg/tools/main.py": server("from ..sink import run"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module of a package, renamed": [{
    "main.py": server("import pkg.sink as s", "s.run(name)"),
    "pkg/__init__.py": "",
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module of a package by its whole name": [{
    "main.py": server("import pkg.sink", "pkg.sink.run(name)"),
    "pkg/__init__.py": "",
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module of a package without an __init__": [{
    "main.py": server("import pkg.sink", "pkg.sink.run(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module deeper down by its whole name": [{
    "main.py": server("import pkg.sub.sink", "pkg.sub.sink.run(name)"),
    "pkg/sub/sink.py": RUN,
  }, ["proven shell pkg/sub/sink.py:3"]],
  "a module from a package without an __init__": [{
    "main.py": server("from pkg import sink", "sink.run(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "what an __init__ gives on": [{
    "main.py": server("from pkg import run"),
    "pkg/__init__.py": "from .sink import run\n",
    "pkg/sink.py": RUN,
  }, FOUND],
  "all that an __init__ gives on": [{
    "main.py": server("import pkg", "pkg.run(name)"),
    "pkg/__init__.py": "from .sink import *\n",
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module that an __init__ brings in": [{
    "main.py": server("import pkg", "pkg.sink.run(name)"),
    "pkg/__init__.py": "from . import sink\n",
    "pkg/sink.py": RUN,
  }, FOUND],
  "a module beside by its bare name": [{
    "pkg/main.py": server("import sink", "sink.run(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a package in src": [{
    "app/main.py": server("from pkg.sink import run"),
    "src/pkg/sink.py": RUN,
  }, ["proven shell src/pkg/sink.py:3"]],
  "a library of the same name": [{
    "pkg/subprocess.py": server("import subprocess", "subprocess.run(name, shell=True)"),
    "pkg/other.py": "",
  }, ["proven shell pkg/subprocess.py:4"]],
  "an import in a function": [{
    "pkg/main.py": server("", "from .sink import run\n    run(name)"),
    "pkg/sink.py": RUN,
  }, FOUND],
  "an import that may fail": [{
    "pkg/main.py": server(
      "try:\n    from .sink import run\nexcept ImportError:\n    from sink import run",
    ),
    "pkg/sink.py": RUN,
  }, FOUND],
  "an import by its name as a text": [{
    "pkg/main.py": server(
      'import importlib\nsink = importlib.import_module("pkg.sink")',
      "sink.run(name)",
    ),
    "pkg/sink.py": RUN,
  }, FOUND],
  "a library given on": [{
    "pkg/main.py": server("from .all import system", "system(name)"),
    "pkg/all.py": "from os import system\n",
  }, ["proven shell pkg/main.py:4"]],
  "a circle": [{
    "pkg/a.py": `import os\nfrom .b import step\n${
      server("", "step(name)")
    }def finish(c):\n    os.system(c)\n`,
    "pkg/b.py": "def step(c):\n    a.finish(c)\nfrom . import a\n",
  }, ["proven shell pkg/a.py:8"]],
  "a circle entered at its other end": [{
    "pkg/a.py": "from . import b\ndef step(c):\n    b.finish(c)\n",
    "pkg/b.py": `from . import a\nimport os\n${
      server("", "a.step(name)")
    }def finish(c):\n    os.system(c)\n`,
  }, ["proven shell pkg/b.py:8"]],
  "a circle of classes": [{
    "pkg/a.py": "from . import b\nclass A:\n    def go(self, c):\n        b.B().run(c)\n",
    "pkg/b.py":
      "import os\nfrom . import a\nclass B:\n    def run(self, c):\n        os.system(c)\n",
    "pkg/main.py": server("from .a import A", "A().go(name)"),
  }, ["proven shell pkg/b.py:5"]],
  "a base class of another file": [{
    "pkg/a.py": "import os\nclass Base:\n    def run(self, c):\n        os.system(c)\n",
    "pkg/main.py": server(
      "from .a import Base\nclass Own(Base):\n    pass\n",
      "Own().run(name)",
    ),
  }, ["proven shell pkg/a.py:4"]],
  "an object of another file": [{
    "pkg/a.py": "import os\nclass A:\n    def run(self, c):\n        os.system(c)\nthe = A()\n",
    "pkg/main.py": server("from .a import the", "the.run(name)"),
  }, ["proven shell pkg/a.py:4"]],
  "a tool of another file, added": [{
    "pkg/main.py": "from . import sink\nmcp.add_tool(sink.run)\n",
    "pkg/sink.py": RUN,
  }, FOUND],
  "a tool of another file, decorated by hand": [{
    "pkg/main.py": "from .sink import run\nmcp.tool()(run)\nmcp.prompt()(print)\n",
    "pkg/sink.py": RUN,
  }, FOUND],
  "a tool of another file, decorated by hand with a name": [{
    "pkg/main.py": 'import sink\nmcp.tool(name="x")(sink.run)\n',
    "pkg/sink.py": RUN,
  }, FOUND],
  "tools of another file in a loop": [{
    "pkg/main.py": "from .sink import TOOLS\nfor tool in TOOLS:\n    mcp.tool()(tool)\n",
    "pkg/sink.py": `${RUN}TOOLS = [run]\n`,
  }, FOUND],
  "a server of another file": [{
    "pkg/app.py": "from fastmcp import FastMCP\nmcp = FastMCP('x')\n",
    "pkg/main.py": "from .app import mcp\nimport os\n@mcp.tool\ndef run(c):\n    os.system(c)\n",
  }, ["proven shell pkg/main.py:5"]],
  "a function that registers": [{
    "pkg/main.py": "from .sink import register\nregister(mcp)\n",
    "pkg/sink.py":
      "import os\ndef register(mcp):\n    @mcp.tool()\n    def t(name: str):\n        os.system(name)\n",
  }, ["proven shell pkg/sink.py:5"]],
  "a method of an object of another file": [{
    "pkg/main.py": "from .sink import Tools\ntools = Tools()\nmcp.tool()(tools.run)\n",
    "pkg/sink.py": "import os\nclass Tools:\n    def run(self, c):\n        os.system(c)\n",
  }, ["proven shell pkg/sink.py:4"]],
});
