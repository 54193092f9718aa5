// All matches of one file, those of data flow and of its server included.

export { matchAlone } from "../../src/scan/mod.ts";
