// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { activityQuery, commandsQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { DirtyBlades } from '../../../blades/leave-guard';
import { StackProvider } from '../../../blades/stack-context';
import { knownOnly, mount } from '../../../testing/mount';
import { lacking } from '../../../testing/lacking';
import { VAULT } from '../../../testing/places';
import ActivityLog from './activity-log.blade';

const FORBIDDEN = { title: 'Forbidden', status: 403, code: 'forbidden', correlationId: null, onlyRead: true } as const;

/** A blade by itself. */
const alone = (blade: ReactNode) => (
  <StackProvider
    value={{
      first: 0,
      last: 0,
      leading: 0,
      windows: { folded: new Set(), maximized: undefined },
      setWindows() {},
      blades: [],
    }}
  >
    <DirtyBlades value={new Map()}>{blade}</DirtyBlades>
  </StackProvider>
);

/** The log of a vault in which nobody ordered anything here. */
function show(mayReadLog: boolean) {
  const client = knownOnly();
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  const { queryKey } = activityQuery(VAULT, 7);
  client.setQueryData(queryKey, []);
  const log = client.getQueryCache().find({ queryKey });
  if (!mayReadLog) log?.setState({ data: undefined, status: 'error', error: new ProblemError(FORBIDDEN) });
  client.setQueryData(commandsQuery(VAULT, 7).queryKey, []);
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vaultName}`;
  const missing = mayReadLog ? [] : [lacking(scope)];
  client.setQueryData(
    [...rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey],
    [{ step: 'read-activity', missing }],
  );
  mount(alone(<ActivityLog />), {
    client,
    address: `/${subscriptionId}/${resourceGroup}/${vaultName}`,
    path: '/:subscriptionId/:resourceGroup/:vaultName',
  });
}

test('who may not read Azure’s log is told of what was ordered here alone, and not that nothing was changed', () => {
  show(false);
  expect(
    screen.getByText(/Nothing was requested in Tresor in this period\. You can’t see whether anything else was changed\./),
  ).toBeDefined();
  expect(screen.queryByText(/Nothing was changed on the Recovery Services vault/)).toBeNull();
  expect(screen.getByText(/The smallest role that includes it: Reader/)).toBeDefined();
});

test('who reads it is told that nothing was changed', () => {
  show(true);
  expect(screen.getByText(/Nothing was changed on the Recovery Services vault in this period/)).toBeDefined();
  expect(screen.queryByText(/Nothing was requested in Tresor/)).toBeNull();
});
