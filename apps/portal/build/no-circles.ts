import type { Plugin } from 'vite';

type Imports = ReadonlyMap<string, readonly string[]>;

function circleFrom(file: string, imports: Imports, path: readonly string[], done: Set<string>): readonly string[] | undefined {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const next of imports.get(file) ?? []) {
    const circle = circleFrom(next, imports, [...path, file], done);
    if (circle) return circle;
  }
  done.add(file);
  return undefined;
}

/** Files that import each other run in an order nobody has chosen, one before what it needs is there: such a build fails. */
export function noCircles(): Plugin {
  return {
    name: 'tresor:no-circles',
    apply: 'build',
    generateBundle(_, bundle) {
      const imports = new Map(Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.imports : []]));
      const done = new Set<string>();
      for (const file of imports.keys()) {
        const circle = circleFrom(file, imports, [], done);
        if (circle) this.error(`these files of the build import each other: ${circle.join(' → ')}`);
      }
    },
  };
}
