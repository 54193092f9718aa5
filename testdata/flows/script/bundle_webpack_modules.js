// Webpack's modules of ES: exports as getters, imports as requires.
(() => {
  var __webpack_modules__ = {
    "./src/git.js": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
      "use strict";
      __webpack_require__.r(__webpack_exports__);
      __webpack_require__.d(__webpack_exports__, { checkout: () => checkout });
      var child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("child_process");
      var child_process__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(
        child_process__WEBPACK_IMPORTED_MODULE_0__,
      );
      function checkout(branch) {
        child_process__WEBPACK_IMPORTED_MODULE_0___default().exec("git fetch " + branch); // expect: proven shell
        (0, child_process__WEBPACK_IMPORTED_MODULE_0__.execSync)("git log " + branch); // expect: proven shell
      }
    },
    "child_process": (module) => {
      module.exports = require("child_process");
    },
  };
  function __webpack_require__(moduleId) {
    var module = { exports: {} };
    __webpack_modules__[moduleId](module, module.exports, __webpack_require__);
    return module.exports;
  }
  var git = __webpack_require__("./src/git.js");
  const { McpServer } = require("@modelcontextprotocol/sdk/server/mcp.js");
  const server = new McpServer({ name: "git", version: "1.0.0" });
  server.tool("checkout", { branch: {} }, async ({ branch }) => {
    (0, git.checkout)(branch);
    return { content: [] };
  });
})();
