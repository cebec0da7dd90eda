import type { ProtectionPolicyResource } from '@azure/arm-recoveryservicesbackup';
import type { VaultPath } from '@tresor/contracts';
import type { Answer } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { pageOf, readPages } from '../connection/pages';
import { policyBody, type PolicyBody } from './policy-body';

const policyPage = pageOf(policyBody);

const VM_POLICIES = "backupManagementType eq 'AzureIaasVM'";

/** The policies of a vault for VMs, as Azure writes them. */
export const readPolicies = (session: AzureSession, { subscriptionId, resourceGroup, vaultName }: VaultPath): Promise<PolicyBody[]> =>
  readPages(session, policyPage, (options) =>
    clients.backup(session, subscriptionId).backupPolicies.list(vaultName, resourceGroup, { ...options, filter: VM_POLICIES }),
  );

export const getPolicy = (session: AzureSession, { subscriptionId, resourceGroup, vaultName }: VaultPath, name: string): Promise<Answer> =>
  call(session, 'read', (options) =>
    clients.backup(session, subscriptionId).protectionPolicies.get(vaultName, resourceGroup, name, options),
  );

export const putPolicy = (
  session: AzureSession,
  { subscriptionId, resourceGroup, vaultName }: VaultPath,
  name: string,
  parameters: ProtectionPolicyResource,
): Promise<Answer> =>
  call(session, 'idempotent-write', (options) =>
    clients.backup(session, subscriptionId).protectionPolicies.createOrUpdate(vaultName, resourceGroup, name, parameters, options),
  );
