// As webpack leaves modules: a table of functions, each called with a module and a require.
(() => {
  "use strict";
  var __webpack_modules__ = {
    317: (module) => {
      module.exports = require("child_process");
    },
    42: (__unused, exports, __webpack_require__) => {
      Object.defineProperty(exports, "__esModule", { value: true });
      exports.checkout = checkout;
      const child_process_1 = __webpack_require__(317);
      function checkout(branch) {
        (0, child_process_1.execSync)(`git checkout ${branch}`); // expect: proven shell
      }
    },
  };
  var __webpack_module_cache__ = {};
  function __webpack_require__(moduleId) {
    var cachedModule = __webpack_module_cache__[moduleId];
    if (cachedModule !== undefined) return cachedModule.exports;
    var module = (__webpack_module_cache__[moduleId] = { exports: {} });
    __webpack_modules__[moduleId](module, module.exports, __webpack_require__);
    return module.exports;
  }
  const git_1 = __webpack_require__(42);
  const { McpServer } = require("@modelcontextprotocol/sdk/server/mcp.js");
  const { z } = require("zod");
  const server = new McpServer({ name: "git", version: "1.0.0" });
  server.tool("checkout", { branch: z.string() }, async ({ branch }) => {
    (0, git_1.checkout)(branch);
    return { content: [] };
  });
})();
