// What a program is made of, out of the graph of modules that `deno info --json` prints.

interface Package {
  readonly name: string;
  readonly dependencies: readonly string[];
  /** The folder that it lies in. */
  readonly localPath?: string;
}

export interface Graph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly npmPackage?: string;
    readonly error?: string;
    readonly dependencies?: readonly { readonly code?: { readonly specifier?: string } }[];
  }[];
  readonly redirects: Readonly<Record<string, string>>;
  readonly npmPackages?: Readonly<Record<string, Package>>;
}

/** What running code reaches from `entries`; imports of types alone do not count. */
export function reachable(graph: Graph, entry: string): { urls: string[]; packages: string[] } {
  const modules = new Map(graph.modules.map((module) => [module.specifier, module]));
  const urls = new Set<string>();
  const packages = new Set<string>();
  const addPackage = (id: string): void => {
    const found = graph.npmPackages?.[id];
    if (!found || packages.has(found.name)) return;
    packages.add(found.name);
    found.dependencies.forEach(addPackage);
  };
  const visit = (specifier: string): void => {
    const target = graph.redirects[specifier] ?? specifier;
    if (urls.has(target)) return;
    urls.add(target);
    const module = modules.get(target);
    if (module?.error !== undefined) throw new Error(module.error);
    if (module?.npmPackage !== undefined) addPackage(module.npmPackage);
    for (const { code } of module?.dependencies ?? []) {
      if (code?.specifier !== undefined) visit(code.specifier);
    }
  };
  visit(entry);
  return { urls: [...urls].filter((url) => url.startsWith("file:")), packages: [...packages] };
}
