import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { keepingIdentity } from '../identity';
import type { SeedName } from '../seeds';
import { startLocalAzure, type LocalAzure } from '../start';
import { connect } from './connect';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const planted = new Map<SeedName, string>();

/** Back to a fresh world on its morning. A seed is planted once: two weeks of backups take longer than a test. */
function backToMorning(company: LocalAzure, seed: SeedName): void {
  const { world } = company;
  const kept = planted.get(seed);
  if (kept !== undefined) return world.load(kept, keepingIdentity(world));
  const now = world.clock.now();
  company.advance(Math.ceil(now / DAY) * DAY + 10 * HOUR - now);
  company.reset(seed);
  const file = join(mkdtempSync(join(tmpdir(), 'local-azure-')), `${seed}.world`);
  world.save(file);
  planted.set(seed, file);
}

/** The demo company in memory, its clock standing at ten in the morning: at no hour of the real day do nightly backups come between. */
export async function openCompany(): Promise<LocalAzure> {
  const company = await startLocalAzure({ file: ':memory:', seed: 'empty', clock: { mode: 'standing' } });
  const reset = (seed: SeedName) => backToMorning(company, seed);
  reset('contoso');
  return { ...company, reset };
}

export type Company = Awaited<ReturnType<typeof openCompany>>;

/** The official clients of one of the company's people, for its production subscription. */
export async function clientsOf(company: Company, person = 'adele') {
  const { credential, httpClient } = await connect(company, person);
  const options = { httpClient, retryOptions: { maxRetries: 0 } };
  return {
    vaults: new RecoveryServicesClient(credential, PRODUCTION_SUBSCRIPTION_ID, options),
    backup: new RecoveryServicesBackupClient(credential, PRODUCTION_SUBSCRIPTION_ID, options),
  };
}

export type Clients = Awaited<ReturnType<typeof clientsOf>>;

const PRODUCTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups`;
export const vaultId = (group: string, name: string) => `${PRODUCTION}/${group}/providers/Microsoft.RecoveryServices/vaults/${name}`;
export const vmId = (group: string, name: string) => `${PRODUCTION}/${group}/providers/Microsoft.Compute/virtualMachines/${name}`;

/** Names of the container and the item of a machine. */
export const namesOf = (group: string, name: string) => {
  const part = `iaasvmcontainerv2;${group};${name}`;
  return [`IaasVMContainer;${part}`, `VM;${part}`] as const;
};

/** Protects a machine by the vault IgniteDemoVault. Answers the id of the operation, empty when there was nothing to do. */
export async function protect({ backup }: Clients, group: string, name: string, policy = 'DefaultPolicy'): Promise<string> {
  const vault = vaultId('IgniteRG', 'IgniteDemoVault');
  let operation = '';
  await backup.protectedItems.createOrUpdate(
    'IgniteDemoVault',
    'IgniteRG',
    'Azure',
    ...namesOf(group, name),
    {
      properties: {
        protectedItemType: 'Microsoft.Compute/virtualMachines',
        sourceResourceId: vmId(group, name),
        policyId: `${vault}/backupPolicies/${policy}`,
      },
    },
    {
      onResponse: ({ headers }) => {
        operation = headers.get('azure-asyncoperation')?.split('?')[0]?.split('/').at(-1) ?? '';
      },
    },
  );
  return operation;
}
