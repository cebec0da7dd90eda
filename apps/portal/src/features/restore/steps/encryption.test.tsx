// @vitest-environment jsdom
import { QueryClient, useQueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import type { Restore, StepReason, StepView } from '@tresor/contracts';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreQuery } from '../../../api/restore-queries';
import { useEdition } from '../../../kept/edition';
import { useJobId, useVaultPath } from '../../../map/paths';
import { forgetSession } from '../../../session/stored-session';
import { adeleWasHere } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import EncryptionStep from './encryption.blade';
import { someRestore } from '../../../testing/restore';

beforeEach(adeleWasHere);
afterEach(forgetSession);

const restore: Restore = {
  ...someRestore,
  recoveryPointId: 'point',
  encrypted: true,
  steps: [
    { step: 'disks', state: 'done', reason: null, needs: [], command: null },
    { step: 'encryption', state: 'ready', reason: 'disks-untold', needs: [], command: 'renew-encryption' },
  ],
  openDisks: { encrypted: [], untold: ['data'], plain: [] },
  next: { kind: 'command', step: 'encryption', command: 'renew-encryption' },
};

/** The restore is known before the blade is looked at. */
function Known({ of }: { of: Restore }) {
  const client = useQueryClient();
  const key = restoreQuery(useVaultPath(), useJobId(), useEdition()).queryKey;
  useState(() => client.setQueryData(key, of));
  return <EncryptionStep />;
}

function show(reason: StepReason | null, openDisks: Restore['openDisks'], change: Partial<Restore> = {}) {
  const isDone = openDisks.encrypted.length + openDisks.untold.length === 0;
  const state = isDone ? 'done' : 'ready';
  const step: StepView = { step: 'encryption', state, reason, needs: [], command: isDone ? null : 'renew-encryption' };
  const of: Restore = { ...restore, openDisks, steps: [step], ...change };
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  return mount(<Known of={of} />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId/encryption',
    address: `/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/v/restores/${restore.jobId}/encryption`,
  });
}

const TO_ENCRYPT = 'Azure is to encrypt all data disks, including those not encrypted so far.';
const CHECKED = 'I checked: none of them was encrypted.';
const apply = () => screen.getByRole('button', { name: 'Apply the encryption' });
const confirm = () => screen.queryByRole('button', { name: 'Confirm as not encrypted' });

test('a disk that has to be encrypted again is named, and nobody is told that there is nothing to do', () => {
  show('first-encryption', { encrypted: ['locked'], untold: [], plain: ['logs'] });
  expect(screen.getByText('This disk was encrypted and has to be encrypted again: locked.')).toBeTruthy();
  expect(screen.getByText('Azure always encrypts all data disks, including those not encrypted so far: logs.')).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: TO_ENCRYPT })).toBeTruthy();
  expect(confirm()).toBeNull();
});

test('where only untold disks are left, a person who checked can say that they were not encrypted', () => {
  show('disks-untold', { encrypted: [], untold: ['data', 'more'], plain: [] });
  expect(screen.getByText(/^Azure doesn’t say whether these disks were encrypted: data and more\./)).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: TO_ENCRYPT })).toBeTruthy();
  expect(confirm()?.title).toBe('First say that you checked.');
  fireEvent.click(screen.getByRole('checkbox', { name: CHECKED }));
  expect(confirm()?.title).not.toBe('First say that you checked.');
});

test('who may not see the restored disks is told what is needed for it, and not asked', () => {
  const needs: Extract<Restore['disks'], { state: 'hidden' }>['needs'] = [{ right: 'read-blobs', at: ['contosostaging'] }];
  const step: StepView = { step: 'encryption', state: 'hidden', reason: 'encryption-out-of-sight', needs, command: 'renew-encryption' };
  show(null, { encrypted: [], untold: ['data'], plain: [] }, { disks: { state: 'hidden', needs }, steps: [step] });
  expect(screen.getByRole('status').textContent).toMatch(
    /^To do now, as far as you can see: You can’t see whether more disks were encrypted\. To see it you need .*contosostaging/,
  );
  expect(screen.getByText('You can’t see whether this disk was encrypted: data.')).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: TO_ENCRYPT })).toBeTruthy();
  expect(screen.queryByText(/Azure (doesn’t|has)/)).toBeNull();
  expect(screen.queryByRole('checkbox', { name: CHECKED })).toBeNull();
  expect(confirm()).toBeNull();
});

test('who may not see the disks where applying the encryption failed is told what is needed, too', () => {
  const disks: Restore['disks'] = { state: 'hidden', needs: [{ right: 'read-blobs', at: ['contosostaging'] }] };
  show('encryption-failed', { encrypted: [], untold: ['data'], plain: [] }, { disks });
  expect(screen.getByText(/^You can’t see whether this disk was encrypted: data\. For that you need .*contosostaging/)).toBeTruthy();
});

test('once somebody said it, the step says who, leads on, and lets the encryption be applied after all', () => {
  const by = { name: 'Alex', username: 'alex' };
  const plainDisks = [{ disks: ['data'], by, at: '2017-01-18T10:00:00.000Z' }];
  show(null, { encrypted: [], untold: [], plain: ['data'] }, { plainDisks });
  expect(screen.getByText(/^Alex confirmed \(.+\): data wasn’t encrypted\.$/)).toBeTruthy();
  expect(screen.getByText('Azure reports everything that was encrypted as encrypted.')).toBeTruthy();
  expect(confirm()).toBeNull();
  expect(apply().title).toBe('First confirm that all data disks are to be encrypted.');
  fireEvent.click(screen.getByRole('checkbox', { name: TO_ENCRYPT }));
  expect(apply().title).not.toBe('First confirm that all data disks are to be encrypted.');
  expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
});

test('what Azure itself says was plain is nobody’s to take back', () => {
  show(null, { encrypted: [], untold: [], plain: ['data'] });
  expect(screen.queryByRole('button', { name: 'Apply the encryption' })).toBeNull();
});

test('in isolation it says what is in the way, and what would let it be applied here', () => {
  const step: StepView = { step: 'encryption', state: 'blocked', reason: 'encryption-isolated', needs: [], command: null };
  const locked = { encrypted: ['locked'], untold: [], plain: [] };
  show('encryption-isolated', locked, { steps: [step], pass: 'dual', isolatedGroup: 'tresor-isolated-1' });
  expect(screen.getByText(/The encryption can’t be applied in isolation/)).toBeTruthy();
  expect(screen.getByText(/attach it to a network that lets it out to Microsoft Entra/)).toBeTruthy();
  expect(apply()).toBeTruthy();
});
