import { ComputeManagementClient } from '@azure/arm-compute';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../../seeds/company';
import { connect } from '../../../testing/connect';
import { clientsOf, HOUR, MINUTE, namesOf, openCompany, protect } from '../../../testing/backup-company';
import type { Clients, Company } from '../../../testing/backup-company';

const VAULT = ['IgniteDemoVault', 'IgniteRG'] as const;

let company: Company;
let adele: Clients;
beforeAll(async () => {
  company = await openCompany();
  adele = await clientsOf(company);
});
afterAll(() => company.stop());

interface Answer {
  status: number;
  retryAfter: string | undefined;
  statusUrl: URL;
  resultUrl: URL;
}

/** Hears the answer that the client keeps for itself. */
async function answerOf(ask: (options: { onResponse: (response: { status: number; headers: Headers }) => void }) => Promise<unknown>) {
  let answer: Answer | undefined;
  await ask({
    onResponse: ({ status, headers }) => {
      const urlIn = (name: string) => new URL(headers.get(name) ?? 'none:');
      answer = { status, retryAfter: headers.get('retry-after'), statusUrl: urlIn('azure-asyncoperation'), resultUrl: urlIn('location') };
    },
  });
  if (!answer) throw new Error('There was no answer.');
  return answer;
}
interface Headers {
  get(name: string): string | undefined;
}

const operationIn = (url: URL) => url.pathname.split('/').at(-1) ?? '';

const offered = async () => {
  const filter = "backupManagementType eq 'AzureIaasVM'";
  return (await Array.fromAsync(adele.backup.backupProtectableItems.list(...VAULT, { filter }))).map(
    ({ properties }) => properties?.friendlyName,
  );
};

const containersOf = (friendlyName: string) =>
  Array.fromAsync(
    adele.backup.backupProtectionContainers.list('OperationsVault', 'OperationsRG', {
      filter: `backupManagementType eq 'AzureIaasVM' and status eq 'Registered' and friendlyName eq '${friendlyName}'`,
    }),
  );

describe('Looking for machines', () => {
  test('finds those that came since, after a moment', async () => {
    const { credential, httpClient } = await connect(company, 'adele');
    const compute = new ComputeManagementClient(credential, PRODUCTION_SUBSCRIPTION_ID, { httpClient, retryOptions: { maxRetries: 0 } });
    const network = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/IgniteRG/providers/Microsoft.Network/networkInterfaces/WebVM1-nic`;
    const nic = company.world.resources.get(network);
    if (!nic) throw new Error('The company has no web server.');
    const { virtualMachine: _, ...free } = nic.properties;
    company.world.resources.put({ ...nic, id: network.replace('WebVM1', 'NewVM'), name: 'NewVM-nic', properties: free });
    company.advance(MINUTE);
    const creating = await compute.virtualMachines.beginCreateOrUpdate(
      'IgniteRG',
      'NewVM',
      {
        location: 'westeurope',
        hardwareProfile: { vmSize: 'Standard_DS1_v2' },
        storageProfile: { osDisk: { createOption: 'FromImage', osType: 'Windows', managedDisk: { storageAccountType: 'Premium_LRS' } } },
        networkProfile: { networkInterfaces: [{ id: network.replace('WebVM1', 'NewVM') }] },
      },
      { updateIntervalInMs: 0 },
    );
    company.advance(MINUTE);
    await creating.pollUntilDone();
    expect(await offered()).not.toContain('NewVM');

    const { status, retryAfter, statusUrl, resultUrl } = await answerOf((options) =>
      adele.backup.protectionContainers.refresh(...VAULT, 'Azure', options),
    );
    expect([status, retryAfter]).toEqual([202, '60']);
    expect(statusUrl.searchParams.get('api-version')).toBe('2019-05-13-preview');
    const result = () =>
      answerOf((options) =>
        adele.backup.protectionContainerRefreshOperationResults.get(...VAULT, 'Azure', operationIn(resultUrl), options),
      ).then((answer) => answer.status);
    expect(await result()).toBe(202);
    company.advance(MINUTE);
    expect(await result()).toBe(204);
    expect(await offered()).toContain('NewVM');
  });

  test('is answered with containers for what is protected', async () => {
    expect((await containersOf('appvm1')).map(({ properties }) => properties?.friendlyName)).toEqual(['AppVM1']);
    expect(await containersOf('WebVM1')).toEqual([]);
  });
});

describe('An operation of the service', () => {
  test('on a policy names the jobs that bring its machines up to date', async () => {
    await protect(adele, 'IgniteRG', 'WebVM2');
    company.advance(2 * MINUTE);
    const policy = await adele.backup.protectionPolicies.get(...VAULT, 'DefaultPolicy');
    const { statusUrl } = await answerOf((options) =>
      adele.backup.protectionPolicies.createOrUpdate(...VAULT, 'DefaultPolicy', policy, options),
    );
    const status = () => adele.backup.protectionPolicyOperationStatuses.get(...VAULT, 'DefaultPolicy', operationIn(statusUrl));
    expect(await status()).toMatchObject({ status: 'InProgress' });
    company.advance(2 * MINUTE);
    const { properties } = await status();
    const jobIds = properties && 'jobIds' in properties ? properties.jobIds : [];
    expect(jobIds).toHaveLength(1);
    const result = await adele.backup.protectionPolicyOperationResults.get(...VAULT, 'DefaultPolicy', operationIn(statusUrl));
    expect(result.name).toBe('DefaultPolicy');
  });

  test('on a job says that it was told, before the job is over', async () => {
    await adele.backup.backups.trigger(...VAULT, 'Azure', ...namesOf('IgniteRG', 'WebVM2'), {
      properties: { objectType: 'IaasVMBackupRequest' },
    });
    const [job] = await Array.fromAsync(adele.backup.backupJobs.list(...VAULT, { filter: "status eq 'InProgress'" }));
    const name = job?.name ?? '';
    const { status, resultUrl } = await answerOf((options) => adele.backup.jobCancellations.trigger(...VAULT, name, options));
    expect(status).toBe(202);
    const result = await answerOf((options) => adele.backup.jobOperationResults.get(...VAULT, name, operationIn(resultUrl), options));
    expect(result.status).toBe(204);
    expect((await adele.backup.jobDetails.get(...VAULT, name)).properties?.status).toBe('Cancelling');
    company.advance(MINUTE);
  });

  test('on an item can be asked for in its vault, and lasts until its job is over', async () => {
    const { retryAfter, statusUrl, resultUrl } = await answerOf((options) =>
      adele.backup.protectedItems.delete(...VAULT, 'Azure', ...namesOf('IgniteRG', 'WebVM2'), options),
    );
    expect(retryAfter).toBe('60');
    expect([statusUrl, resultUrl].map(({ pathname }) => pathname.split('/').at(-2))).toEqual([
      'backupOperations',
      'backupOperationResults',
    ]);
    const result = () =>
      answerOf((options) => adele.backup.backupOperationResults.get(...VAULT, operationIn(resultUrl), options)).then(
        (answer) => answer.status,
      );
    expect(await result()).toBe(202);
    expect(await adele.backup.backupOperationStatuses.get(...VAULT, operationIn(statusUrl))).toMatchObject({ status: 'InProgress' });
    company.advance(HOUR);
    expect(await result()).toBe(204);
    expect(await adele.backup.backupOperationStatuses.get(...VAULT, operationIn(statusUrl))).toMatchObject({ status: 'Succeeded' });
  });
});

describe('A vault', () => {
  test('is guarded by nobody, and encrypted with keys of Microsoft', async () => {
    expect(await Array.fromAsync(adele.backup.resourceGuardProxies.list(...VAULT))).toEqual([]);
    const { properties } = await adele.backup.backupResourceEncryptionConfigs.get(...VAULT);
    expect(properties).toMatchObject({ encryptionAtRestType: 'MicrosoftManaged' });
  });

  test('keeps extended information once somebody wrote some', async () => {
    const { vaultExtendedInfo } = adele.vaults;
    await expect(vaultExtendedInfo.get('IgniteRG', 'IgniteDemoVault')).rejects.toMatchObject({ statusCode: 404 });
    await vaultExtendedInfo.createOrUpdate('IgniteRG', 'IgniteDemoVault', { properties: { integrityKey: 'key', algorithm: 'None' } });
    await vaultExtendedInfo.update('IgniteRG', 'IgniteDemoVault', { properties: { algorithm: 'AES256' } });
    expect(await vaultExtendedInfo.get('IgniteRG', 'IgniteDemoVault')).toMatchObject({
      properties: { integrityKey: 'key', algorithm: 'AES256' },
    });
  });

  test('replicates nothing, and its region backs up machines of every size', async () => {
    expect(await Array.fromAsync(adele.vaults.replicationUsages.list('IgniteRG', 'IgniteDemoVault'))).toEqual([]);
    const asked = { featureType: 'AzureVMResourceBackup' as const, vmSize: 'Standard_DS1_v2', vmSku: 'Premium' };
    expect((await adele.backup.featureSupport.validate('westeurope', asked)).supportStatus).toBe('Supported');
  });
});
