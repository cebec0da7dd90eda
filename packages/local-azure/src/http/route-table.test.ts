import { expect, it } from 'vitest';
import { RouteTable } from './route-table';

const table = new RouteTable([
  ['GET', '/subscriptions/{id}', 'subscription'],
  ['GET', '/subscriptions/{subscriptionId}/resourceGroups/{group}/providers/Contoso.Test/things/{thing}', 'thing'],
  ['GET', '/subscriptions/{subscriptionId}/resourceGroups/{group}/providers/Contoso.Test/things/default', 'default thing'],
  ['GET', '{scope}/providers/Contoso.Roles/roles', 'roles'],
] as const);

function match(path: string) {
  const found = table.match('GET', path.split('/').filter(Boolean));
  return found && { what: found.route[2], params: found.params };
}

it('finds a path in any case and keeps the spelling of its values', () => {
  expect(match('/SUBSCRIPTIONS/S1/resourcegroups/Rg-A/Providers/contoso.test/THINGS/One')).toEqual({
    what: 'thing',
    params: { subscriptionId: 'S1', group: 'Rg-A', thing: 'One' },
  });
});

it('prefers a word to a placeholder, and comes back from a word that leads nowhere', () => {
  expect(match('/subscriptions/S1/resourceGroups/g/providers/Contoso.Test/things/default')?.what).toBe('default thing');
  expect(match('/subscriptions/S1')?.params).toEqual({ id: 'S1' });
  expect(match('/subscriptions/S1/resourceGroups/g/providers/Contoso.Test/things/default/more')).toBeUndefined();
});

it('finds what belongs to any scope, the root included', () => {
  const thing = '/subscriptions/S1/resourceGroups/g/providers/Contoso.Test/things/One';
  expect(match(`${thing}/providers/Contoso.Roles/roles`)).toEqual({ what: 'roles', params: { scope: thing } });
  expect(match('/providers/Contoso.Roles/roles')).toEqual({ what: 'roles', params: { scope: '' } });
});
