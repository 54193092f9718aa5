// The services of a Compose file, and the volumes of each, in short and long form.

import {
  type DocumentNode,
  entriesOf,
  type Located,
  type ProjectDocument,
  scalarAt,
  scalarsAt,
  valueAt,
} from "../../core/mod.ts";

export interface Service {
  readonly name: Located<string>;
  readonly node: DocumentNode;
}

const MAX_ROOTS = 20;

/** A Compose file of one document; of several, those of each. */
export function servicesOf({ root }: ProjectDocument): Service[] {
  const roots = root?.type === "array" ? root.children ?? [] : root ? [root] : [];
  return roots.slice(0, MAX_ROOTS).flatMap((each) =>
    entriesOf(valueAt(each, "services")).flatMap(({ key, value }) =>
      key && value.type === "object" ? [{ name: key, node: value }] : []
    )
  );
}

/** `mcp` as a word of its own. */
const MCP = /(?:^|[^a-z])mcp(?:[^a-z]|$)|modelcontextprotocol/i;

/** True for a service whose name, image, build folder or command speaks of MCP. */
export function isMcpService({ name, node }: Service): boolean {
  const build = valueAt(node, "build");
  const words = [
    name,
    scalarAt(valueAt(node, "image")),
    scalarAt(build) ?? scalarAt(valueAt(build, "context")),
    scalarAt(valueAt(node, "container_name")),
    ...scalarsAt(valueAt(node, "command")),
  ];
  return words.some((each) => each !== undefined && MCP.test(each.value.slice(0, 500)));
}

/** True for a service that is made of the project, and is no image of somebody else. */
export function isOwnService(service: Service): boolean {
  return valueAt(service.node, "build") !== undefined || isMcpService(service);
}

export interface Mount {
  /** The path on the host, as it stands. */
  readonly source: Located<string>;
  readonly readOnly: boolean;
}

const SHORT = /^((?:[A-Za-z]:)?[^:]{1,500}):([^:]{1,500})(?::([\w,]{1,40}))?$/;

export function mountsOf({ node }: Service): Mount[] {
  return entriesOf(valueAt(node, "volumes")).flatMap(({ value }): Mount[] => {
    const short = scalarAt(value);
    if (short) {
      const [, source, , options = ""] = SHORT.exec(short.value) ?? [];
      if (source === undefined) return [];
      return [{
        source: { value: source, span: short.span },
        readOnly: /\bro\b/.test(options),
      }];
    }
    const source = scalarAt(valueAt(value, "source"));
    const type = scalarAt(valueAt(value, "type"))?.value;
    if (!source || (type !== undefined && type !== "bind")) return [];
    const readOnly = scalarAt(valueAt(value, "read_only"))?.value === "true";
    return [{ source, readOnly }];
  });
}
