import type { Endpoint } from './endpoint.ts';

export type Found =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'other-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'nothing' };

interface Branch {
  readonly byName: Map<string, Branch>;
  parameter?: { readonly name: string; readonly branch: Branch };
  readonly methods: Map<string, Endpoint>;
}

/** Finds the operation of a method and a path by walking the path's parts; a fixed part goes before a parameter. */
export function endpointFinder(endpoints: readonly Endpoint[]): (method: string, path: string) => Found {
  const root = newBranch();
  for (const endpoint of endpoints) plant(root, endpoint);
  return (method, path) => {
    const parameters: Record<string, string> = {};
    let branch: Branch | undefined = root;
    for (const part of path.split('/').slice(1)) {
      const named: Branch | undefined = branch.byName.get(part);
      if (!named && branch.parameter) parameters[branch.parameter.name] = part;
      branch = named ?? branch.parameter?.branch;
      if (!branch) return { kind: 'nothing' };
    }
    const endpoint = branch.methods.get(method === 'HEAD' ? 'GET' : method);
    if (endpoint) return { kind: 'endpoint', endpoint, parameters };
    const allowed = [...branch.methods.keys()];
    return allowed.length > 0 ? { kind: 'other-method', allowed } : { kind: 'nothing' };
  };
}

function newBranch(): Branch {
  return { byName: new Map(), methods: new Map() };
}

function plant(root: Branch, endpoint: Endpoint): void {
  let branch = root;
  for (const part of endpoint.path.split('/').slice(1)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      const next = branch.byName.get(part) ?? newBranch();
      branch.byName.set(part, next);
      branch = next;
    } else {
      branch.parameter ??= { name, branch: newBranch() };
      if (branch.parameter.name !== name) throw new Error(`${endpoint.path} names ${branch.parameter.name} otherwise.`);
      branch = branch.parameter.branch;
    }
  }
  if (branch.methods.has(endpoint.method)) throw new Error(`${endpoint.method} ${endpoint.path} is there twice.`);
  branch.methods.set(endpoint.method, endpoint);
}
