import { expect, it } from 'vitest';
import { readRestoreAttributes } from '../../../azure/restores/restore-attributes';
import { startTestAzure } from '../../../testing/open-session';
import { removeEmptied } from './discard-restore';

it('a storage account that fails after everything was removed takes nothing away of what is told of that', async () => {
  await using azure = await startTestAzure(() => ({ status: 500 }));
  const attributes = { ...readRestoreAttributes({}), storageAccountName: 'contosostaging', container: 'container' };
  await expect(removeEmptied(await azure.session('ada'), [{ attributes, status: 'Completed' }])).resolves.toBeUndefined();
  expect(azure.azure.received.length).toBeGreaterThan(0);
});
