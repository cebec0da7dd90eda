// @vitest-environment jsdom
import { QueryClient, useQueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { Restore } from '@tresor/contracts';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { restoreQuery } from '../../../api/restore-queries';
import { useEdition } from '../../../kept/edition';
import { useJobId, useVaultPath } from '../../../map/paths';
import { mount } from '../../../testing/mount';
import { StepBlade, useStep } from './step-blade';
import { someRestore } from '../../../testing/restore';

const restore: Restore = {
  ...someRestore,
  steps: [
    { step: 'disks', state: 'done', reason: null, needs: [], command: null },
    { step: 'machine', state: 'ready', reason: null, needs: [], command: 'create-machine' },
  ],
  next: { kind: 'command', step: 'machine', command: 'create-machine' },
};

function Disks({ command }: { command?: string }) {
  const step = useStep('disks');
  return (
    <StepBlade of={step} command={command !== undefined && <button type="button">{command}</button>}>
      <p>What the step says</p>
    </StepBlade>
  );
}

/** The restore is known before the blade is looked at. */
function Known({ command, of = restore }: { command?: string; of?: Restore }) {
  const client = useQueryClient();
  const key = restoreQuery(useVaultPath(), useJobId(), useEdition()).queryKey;
  useState(() => client.setQueryData(key, of));
  return <Disks {...(command !== undefined && { command })} />;
}

function show(command?: string, of?: Restore) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  return mount(<Known {...(command !== undefined && { command })} {...(of !== undefined && { of })} />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId/disks',
    address: `/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/v/restores/${restore.jobId}/disks`,
  });
}

test('a step says how it stands, what it has to say, and leads on to the next where it offers nothing', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Restore disks' })).toBeTruthy();
  expect(screen.getByText('AppVM1')).toBeTruthy();
  expect(screen.getByRole('status').textContent).not.toBe('');
  expect(screen.getByText('What the step says')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Create virtual machine/ })).toBeTruthy();
});

test('the command that a step offers stands in the place of the way on', () => {
  show('Restore again');
  expect(screen.getByRole('button', { name: 'Restore again' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Create virtual machine/ })).toBeNull();
});

const removed = ({ step }: Restore['steps'][number]): Restore['steps'][number] => {
  return { step, state: 'blocked', reason: 'rehearsal-removed', needs: [], command: null };
};

test('of a rehearsal that was removed again a step offers nothing', () => {
  show('Restore again', { ...restore, steps: restore.steps.map(removed), next: { kind: 'removed' } });
  expect(screen.getByRole('status').textContent).toContain('Removed again with the rehearsal.');
  expect(screen.queryByRole('button', { name: 'Restore again' })).toBeNull();
  expect(screen.queryByText('What the step says')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Next/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Script' }).title).toMatch(/^This was a rehearsal/);
});
