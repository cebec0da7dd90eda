import { expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { callerFor } from '../testing/arm-caller';
import { clientsOf, DAY, openCompany, protect } from '../testing/backup-company';
import { KEPT_DAYS } from './kept-operations';

const SUBSCRIPTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const GROUP = `${SUBSCRIPTION}/resourceGroups/dbvm1`;
const RECORDS = ['compute-operations', 'backup-operations', 'storage-operations', 'operations-by-day'];

it('what became of an operation can be asked for a week, and is not kept for longer', async () => {
  const company = await openCompany();
  const kept = () => RECORDS.map((collection) => company.world.documents<{ id?: string; key?: string }>(collection).list());
  const call = await callerFor(company, 'adele', '2024-03-01');
  expect((await call('POST', `${GROUP}/providers/Microsoft.Compute/virtualMachines/DBVM1Restore/restart`)).status).toBe(202);
  const account = { location: 'westeurope', kind: 'StorageV2', sku: { name: 'Standard_LRS' } };
  expect((await call('PUT', `${GROUP}/providers/Microsoft.Storage/storageAccounts/keptforaweek`, account)).status).toBe(202);
  await protect(await clientsOf(company), 'dbvm1', 'DBVM1Restore');
  const begun = kept().map((records) => records.map(({ id, key }) => id ?? key));
  expect(begun.map((records) => records.length > 0)).toEqual(RECORDS.map(() => true));
  const look = () => call('GET', `${SUBSCRIPTION}/providers/Microsoft.Compute/locations/westeurope/operations/${begun[0]?.at(-1)}`);
  company.advance(KEPT_DAYS * DAY);
  expect((await look()).status).toBe(200);
  company.advance(DAY);
  expect((await look()).status).toBe(404);
  const left = kept().map((records, at) => records.filter(({ id, key }) => begun[at]?.includes(id ?? key)));
  expect(left).toEqual(RECORDS.map(() => []));
  await company.stop();
});
