import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../../testing/connect';
import { record, text } from '../../../world/json';
import { clientsOf, MINUTE, openCompany } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const VAULT = ['OperationsVault', 'OperationsRG'] as const;

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterAll(() => company.stop());

/** Asks for the jobs that a filter lets through. Answers the id of the operation. */
async function beginExport(filter: string): Promise<string> {
  let id = '';
  await adele.backup.jobs.export(...VAULT, {
    filter,
    onResponse: ({ headers }) => {
      id = headers.get('location')?.split('?')[0]?.split('/').at(-1) ?? '';
    },
  });
  return id;
}

const statusOf = async (url: string) => {
  const { httpClient } = await connect(company, 'adele');
  const { status, bodyAsText } = await httpClient.sendRequest(createPipelineRequest({ url, method: 'GET' }));
  return { status, jobs: status === 200 ? JSON.parse(bodyAsText ?? '') : undefined };
};

test('Jobs are exported into a file that only the key of the answer opens', async () => {
  const id = await beginExport("operation eq 'Backup'");
  const { operation: early } = await adele.backup.exportJobsOperationResults.get(...VAULT, id);
  expect(early).toBeUndefined();
  company.advance(MINUTE);
  const { operation } = await adele.backup.exportJobsOperationResults.get(...VAULT, id);
  expect(operation?.objectType).toBe('ExportJobsOperationResultInfo');
  const [blobUrl = '', blobSasKey = ''] = ['blobUrl', 'blobSasKey'].map((name) => text(record(operation)[name]));
  const { jobs } = await statusOf(blobUrl + blobSasKey);
  const listed = await Array.fromAsync(adele.backup.backupJobs.list(...VAULT, { filter: "operation eq 'Backup'" }));
  expect(listed.length).toBeGreaterThan(0);
  expect(jobs).toMatchObject(listed.map(({ name }) => ({ name })));
  expect((await statusOf(blobUrl)).status).toBe(401);
  expect((await statusOf(blobUrl.replace(id, 'other') + blobSasKey)).status).toBe(403);
});

test('An export with a filter that nobody understands is refused', async () => {
  await expect(beginExport("color eq 'red'")).rejects.toMatchObject({ statusCode: 400, code: 'BMSUserErrorInvalidInput' });
  await expect(adele.backup.exportJobsOperationResults.get(...VAULT, 'never')).rejects.toMatchObject({ statusCode: 404 });
});

test('What was exported goes with its vault', async () => {
  const alone = ['Passing', 'IgniteRG'] as const;
  await adele.vaults.vaults.beginCreateOrUpdate('IgniteRG', 'Passing', {
    location: 'westeurope',
    sku: { name: 'Standard' },
    properties: {},
  });
  company.advance(MINUTE);
  await adele.backup.jobs.export(...alone);
  const accounts = () => company.world.documents('hidden-storage-accounts').list().length;
  const before = accounts();
  await adele.vaults.vaults.beginDelete('IgniteRG', 'Passing');
  company.advance(MINUTE);
  expect(accounts()).toBe(before - 1);
});
