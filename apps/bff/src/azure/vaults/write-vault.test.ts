import { expect, it } from 'vitest';
import { startTestAzure } from '../../testing/open-session';
import { endOfOperation } from './write-vault';

const OPERATION = 'https://management.azure.com/subscriptions/s/operationStatus/o?api-version=2026-07-01';

it('a change of whose operation Azure knows nothing any more is over', async () => {
  await using azure = await startTestAzure(() => ({ status: 404, body: { error: { code: 'ResourceNotFound' } } }));
  expect(await endOfOperation(await azure.session('adele'), OPERATION)).toMatchObject({ status: 'Succeeded' });
});
