// What changed in a git repository, asked of git itself. Nothing of the repository is run.

export { type ChangedFiles, changedFiles, type Comparison } from "./changed_files.ts";
export { indexedText } from "./indexed_text.ts";
