// All of the file.
export * from "./remove.js";
