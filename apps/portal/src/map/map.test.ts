// @vitest-environment jsdom
import { matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { bladeAt } from './blade-at';
import { bladeIds, eachBlade, map, patternOf, rows } from './map';
import { paths } from './paths';
import { codeOf } from '../blade-code';
import { routesWith } from '../routes';

const routes = routesWith(codeOf, Promise.resolve());
const vault = { subscriptionId: 's', resourceGroup: 'g', vaultName: 'V ä' };

describe('the map of blades', () => {
  it('names each file of a blade, and no other', () => {
    const files = Object.keys(import.meta.glob('../features/**/*.blade.tsx')).map((file) =>
      file.slice('../features/'.length, -'.blade.tsx'.length),
    );
    expect([...new Set(bladeIds.map((id) => rows[id].file))].toSorted()).toEqual(files.toSorted());
  });

  it('gives each blade an address of its own', () => {
    expect(new Set(bladeIds.map(patternOf)).size).toBe(bladeIds.length);
  });

  it.each(bladeIds.filter((id) => rows[id].in !== undefined))('says where %s opens from', (id) => {
    expect(map).toHaveProperty(rows[id].in ?? '');
  });
});

describe('a link', () => {
  it('carries the names of all blades it leads through, encoded', () => {
    expect(paths.editPolicy({ ...vault, policyName: 'new/edit' })).toBe('/vaults/s/g/V%20%C3%A4/policies/of/new%2Fedit/edit');
  });

  it.each([
    ['a blade', paths.jobs(vault), 'jobs'],
    ['a name that is a word elsewhere', paths.policy({ ...vault, policyName: 'new' }), 'policy'],
    [
      'help about something',
      paths.helpEntry(vault, ['a', 'b'], { machine: { vmGroup: 'g', vmName: 'n' }, restoreId: 'r' }),
      'helpEntryInVault',
    ],
    ['help without a vault', paths.helpEntry(null, ['a']), 'helpEntry'],
    [
      'a key vault beside the wizard',
      paths.backupKeyVault(vault, '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/k'),
      'keyVaultInWizard',
    ],
    ['nowhere', '/nowhere/at/all', 'notFound'],
  ] as const)('to %s is led there by the router', (_, link, id) => {
    const matched = matchRoutes(routes, link)
      ?.map(({ route }) => route.path)
      .filter((path) => path !== undefined && path !== '/');
    expect(`/${matched?.join('/')}`).toBe(patternOf(id));
  });
});

describe('the blade at an address', () => {
  const addresses = eachBlade((id) =>
    patternOf(id)
      .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(`ä/ ${name}`))
      .replace(/\*$/, 'what/ever'),
  );

  it.each(bladeIds.filter((id) => id !== 'notFound'))('is %s where the router says so, with the names that it finds', (id) => {
    const address = addresses[id];
    const newest = matchRoutes(routes, address)?.at(-1);
    expect(newest?.route.id).toBe(id);
    expect(bladeAt(address)).toEqual({ id, pathname: newest?.pathname, names: newest?.params });
  });

  it.each(['/', '/browse', '/nowhere/at/all', '/vaults/%'])('is none at %s', (address) => {
    expect(bladeAt(address)).toBeUndefined();
  });
});
