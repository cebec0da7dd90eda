import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { expect, it } from 'vitest';
import { backupOperationIn } from './backup-operation';

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const VAULT = `${SUBSCRIPTION}/resourceGroups/BücherRG/providers/Microsoft.RecoveryServices/vaults/OperationsVault`;
const ITEM = `${VAULT}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg;vm/protectedItems/VM;iaasvmcontainerv2;rg;vm`;
const ID = '58e7eec8-68c2-4398-8c1d-c3a1b2c3d4e5';
const ARM = 'https://management.azure.com';

const found = (url: string, name = 'azure-asyncoperation') =>
  backupOperationIn({ headers: createHttpHeaders({ [name]: `${encodeURI(url)}?api-version=2023-06-01` }) }, VAULT);

it.each([
  `${ITEM}/operationsStatus/${ID}`,
  `${ITEM}/recoveryPoints/1234/operationsStatus/${ID}`,
  `${VAULT}/backupOperations/${ID}`,
  `${VAULT}/backupPolicies/Daily/operations/${ID}`,
])('an operation of the vault is known by its id: %s', (path) => {
  expect(found(ARM + path)).toEqual({ id: ID, region: null });
  const inCapitals = path.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  expect(found(ARM + inCapitals)).toEqual({ id: ID.toUpperCase(), region: null });
});

it('where only its result is named, that is it', () => {
  expect(found(`${ARM}${ITEM}/operationResults/${ID}`, 'location')).toEqual({ id: ID, region: null });
});

it('one of the paired region is known by its region, too', () => {
  const path = `${SUBSCRIPTION}/providers/Microsoft.RecoveryServices/locations/germanynorth/backupCrrOperationsStatus/${ID}`;
  expect(found(ARM + path)).toEqual({ id: ID, region: 'germanynorth' });
});

it.each([
  ['another host', `https://management.example.com${VAULT}/backupOperations/${ID}`],
  ['another vault', `${ARM}${VAULT}2/backupOperations/${ID}`],
  ['a vault below it in name only', `${ARM}${VAULT}/../OtherVault/backupOperations/${ID}`],
  [
    'another subscription',
    `${ARM}/subscriptions/${ID}/providers/Microsoft.RecoveryServices/locations/germanynorth/backupCrrOperationsStatus/${ID}`,
  ],
  ['a change of the vault itself', `${ARM}${VAULT}/operationStatus/${ID}`],
  ['the end of a job', `${ARM}${VAULT}/backupJobs/${ID}/operationsStatus/${ID}`],
  ['an id that is none', `${ARM}${VAULT}/backupOperations/${'x'.repeat(65)}`],
  ['a path in place of the id', `${ARM}${VAULT}/backupOperations/..%2F..%2F${ID}`],
  ['no address', 'operations'],
])('what is none is not asked: %s', (_what, url) => {
  expect(found(url)).toBeUndefined();
});

it('no answer has to name one', () => {
  expect(backupOperationIn({ headers: createHttpHeaders() }, VAULT)).toBeUndefined();
});
