// A target (a folder or a file) becomes files; each is read and decoded on demand. Nothing that is
// scanned is ever run.

export { discover, type DiscoverOptions, type Discovery, type FoundFile } from "./discover.ts";
export { projectReader } from "./project_files.ts";
export { type ReadResult, readSource, sourceOf } from "./read_source.ts";
export { hiddenFiles } from "./hidden_files.ts";
export { isGlob } from "./_globs.ts";
export { locateProject } from "./locate_project.ts";
export { contextOf } from "./context.ts";
export { kindOf, kindOfPath } from "./kinds.ts";
export { ownership } from "./trust.ts";
