// All of it, and all under one name.
export { remove as removeFile } from "./disk/index.js";
export * as lib from "./disk/index.js";
