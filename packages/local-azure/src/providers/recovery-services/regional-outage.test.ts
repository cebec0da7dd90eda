import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { openCompany, type Company } from '../../testing/backup-company';
import { at } from '../../world/json';

const SUBSCRIPTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;
const VAULT = `${SUBSCRIPTION}/resourceGroups/FrankfurtRG/providers/Microsoft.RecoveryServices/vaults/FrankfurtVault`;
const PART = 'iaasvmcontainerv2;frankfurtrg;PairedVM1';
const ITEM = `${VAULT}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${PART}/protectedItems/VM;${PART}`;
const POINTS = `${ITEM}/recoveryPoints`;
const berlin = `${SUBSCRIPTION}/providers/Microsoft.RecoveryServices/locations/germanynorth`;

let company: Company;
let own: Caller;
let paired: Caller;
beforeAll(async () => {
  company = await openCompany();
  company.reset('outage');
  own = await callerFor(company, 'adele', '2025-02-01');
  paired = await callerFor(company, 'adele', '2023-01-15');
});
afterAll(() => company.stop());

test('where the Backup service of a region does not answer, its vaults and their paired region do', async () => {
  const items = `${VAULT}/backupProtectedItems`;
  company.setBackupAnswers('Germany West Central', false);
  const refused = await Promise.all([own('GET', items), own('GET', POINTS), own('GET', `${VAULT}/backupJobs`)]);
  expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(at(refused[0].body, 'error', 'code')).toBe('ServiceUnavailable');
  const megan = await callerFor(company, 'megan', '2025-02-01');
  expect((await megan('POST', `${ITEM}/backup`, {})).status).toBe(403);
  const answered = await Promise.all([own('GET', VAULT), paired('GET', POINTS), paired('GET', `${berlin}/backupAadProperties`)]);
  expect(answered.map(({ status }) => status)).toEqual([200, 200, 200]);

  company.setBackupAnswers('germanynorth', false);
  const gone = await Promise.all([paired('GET', POINTS), paired('GET', `${berlin}/backupAadProperties`)]);
  expect(gone.map(({ status }) => status)).toEqual([503, 503]);

  company.setBackupAnswers('germanywestcentral', true);
  expect((await own('GET', items)).status).toBe(200);
});
