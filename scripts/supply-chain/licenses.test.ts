import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAllowed, renderLicenses } from './licenses.mjs';
import { readBack } from '../read-back.mjs';

interface Entry {
  dependencies?: Record<string, string>;
  license?: string;
  link?: boolean;
  resolved?: string;
}
const { packages }: { packages: Record<string, Entry> } = readBack(readFileSync('package-lock.json', 'utf8'));

/** Where a package finds another: in its own folder, or in one above. */
function found(from: string, name: string): string | undefined {
  for (let place = from; ; place = place.replace(/(?:^|\/)[^/]*$/, '')) {
    const path = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    const entry = packages[path];
    if (entry) return entry.link ? entry.resolved : path;
    if (place === '') return undefined;
  }
}

/** Everything that a program may hold. */
function reachedFrom(programs: string[]): Set<string> {
  const reached = new Set(programs);
  for (const path of reached)
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      const next = found(path, name);
      if (next !== undefined) reached.add(next);
    }
  return reached;
}

const shipped = [...reachedFrom(['apps/bff', 'apps/portal', 'packages/local-azure'])].filter((path) => path.includes('node_modules/'));
const notice = { name: 'a', version: '1.0.0', identifier: 'MIT', text: 'Copyright (c) Ada' };
const manifest = () => ({ author: { name: 'Contoso' } });

it('every package that is shipped has a license of the list', () => {
  expect(shipped.length).toBeGreaterThan(100);
  expect(shipped.filter((path) => !isAllowed(packages[path]?.license)).map((path) => [path, packages[path]?.license])).toEqual([]);
});

it.each(['GPL-3.0-only', 'AGPL-3.0-only', 'SEE LICENSE IN LICENSE', 'UNLICENSED', 'MIT AND GPL-2.0-only', '', undefined])(
  'a build with a package under %j is refused',
  (identifier) => {
    expect(isAllowed(identifier)).toBe(false);
    expect(() => renderLicenses([{ ...notice, identifier: identifier ?? '' }], manifest)).toThrow('not among those allowed');
  },
);

it('of several licenses one that is allowed is enough', () => {
  expect(isAllowed('(MIT OR CC0-1.0)')).toBe(true);
});

it('a text that is missing is named, but for a license that is known by its name and an owner', () => {
  const bare = { name: 'b', version: '1.0.0' };
  expect(() => renderLicenses([{ ...bare, identifier: 'Apache-2.0' }], manifest)).toThrow('b comes without the text');
  const page = renderLicenses([notice, { ...bare, identifier: 'MIT' }], manifest);
  expect(page).toContain('## a - 1.0.0 (MIT)\n\nCopyright (c) Ada\n');
  expect(page).toContain('## b - 1.0.0 (MIT)\n\nThe package has no text of its license and names MIT.\n\nCopyright (c) Contoso\n');
});
