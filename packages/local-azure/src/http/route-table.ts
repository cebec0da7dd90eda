/** A line of a contents page: method, path with {placeholders}, and whatever belongs to it. */
type Route = readonly [method: string, path: string, ...rest: unknown[]];

interface Node<R> {
  literals: Map<string, Node<R>>;
  placeholder?: Node<R>;
  routes: Map<string, R>;
}

interface RouteMatch<R> {
  route: R;
  params: Record<string, string>;
}

function node<R>(): Node<R> {
  return { literals: new Map(), routes: new Map() };
}

function placeholderName(segment: string): string | undefined {
  return /^\{(\w+)\}$/.exec(segment)?.[1];
}

function add<R extends Route>(root: Node<R>, segments: readonly string[], route: R): void {
  let here = root;
  for (const segment of segments) {
    const name = placeholderName(segment);
    if (name === undefined) {
      const key = segment.toLowerCase();
      const next = here.literals.get(key) ?? node<R>();
      here.literals.set(key, next);
      here = next;
    } else {
      here.placeholder ??= node<R>();
      here = here.placeholder;
    }
  }
  here.routes.set(route[0], route);
}

/** Literals win over placeholders; values are remembered by position, for routes name the same place differently. */
function find<R>(here: Node<R>, segments: readonly string[], at: number, method: string, values: string[]): R | undefined {
  const segment = segments[at];
  if (segment === undefined) return here.routes.get(method);
  const literal = here.literals.get(segment.toLowerCase());
  const found = literal && find(literal, segments, at + 1, method, values);
  if (found || !here.placeholder) return found;
  values.push(segment);
  const other = find(here.placeholder, segments, at + 1, method, values);
  if (!other) values.pop();
  return other;
}

/**
 * Finds the route of a path: segments compare in any case, values keep theirs. A route that begins with `{scope}` belongs to
 * extension resources (`{scope}/providers/Microsoft.Authorization/…`): everything before the last `/providers/` is its scope.
 */
export class RouteTable<R extends Route> {
  readonly #root = node<R>();
  readonly #extensions = node<R>();
  readonly #namespaces = new Map<string, string>();

  constructor(routes: readonly R[]) {
    for (const route of routes) {
      const segments = route[1].split('/').filter((segment) => segment !== '');
      if (segments[0] === '{scope}') add(this.#extensions, segments.slice(1), route);
      else add(this.#root, segments, route);
      const namespace = segments[segments.indexOf('providers') + 1];
      if (segments.includes('providers') && namespace?.includes('.')) this.#namespaces.set(namespace.toLowerCase(), namespace);
    }
  }

  /** Provider namespaces with at least one route, as Azure spells them. */
  get namespaces(): string[] {
    return [...this.#namespaces.values()];
  }

  match(method: string, segments: readonly string[]): RouteMatch<R> | undefined {
    const values: string[] = [];
    const route = find(this.#root, segments, 0, method, values) ?? this.#extension(method, segments, values);
    return route && { route, params: named(route, values) };
  }

  #extension(method: string, segments: readonly string[], values: string[]): R | undefined {
    const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
    if (at < 0) return undefined;
    values.push(at === 0 ? '' : `/${segments.slice(0, at).join('/')}`);
    return find(this.#extensions, segments.slice(at), 0, method, values);
  }
}

function named(route: Route, values: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  let at = 0;
  for (const segment of route[1].split('/')) {
    const name = placeholderName(segment);
    if (name !== undefined) params[name] = values[at++] ?? '';
  }
  return params;
}
