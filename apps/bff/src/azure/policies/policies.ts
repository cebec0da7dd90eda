import type { Policy, PolicyDraft, VaultPath } from '@tresor/contracts';
import { Problem } from '../../problem';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { listItems } from '../items/items';
import { pageOf, readPages } from '../connection/pages';
import { policyBody } from './policy-body';
import { toPolicy } from './read-policy';
import { UpstreamFailure } from '../connection/upstream-failure';
import { fromTerms } from './write-policy';

const policyPage = pageOf(policyBody);

const VM_POLICIES = "backupManagementType eq 'AzureIaasVM'";

/** The vault's policies for VMs. Azure's own count of protected items is not kept up in lists, so the items are counted. */
export async function listPolicies(session: AzureSession, path: VaultPath): Promise<Policy[]> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const [policies, items] = await Promise.all([
    readPages(session, policyPage, (options) =>
      clients.backup(session, subscriptionId).backupPolicies.list(vaultName, resourceGroup, { ...options, filter: VM_POLICIES }),
    ),
    listItems(session, path),
  ]);
  return policies.map((policy) => toPolicy(policy, items.filter((item) => item.policyName === policy.name).length));
}

/** Azure would quietly replace a policy of the same name, so the name is looked up first. */
export async function createPolicy(session: AzureSession, path: VaultPath, draft: PolicyDraft): Promise<Policy> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  const { protectionPolicies } = clients.backup(session, subscriptionId);
  const taken = await call(session, 'read', (options) => protectionPolicies.get(vaultName, resourceGroup, draft.name, options)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof UpstreamFailure && error.details.status === 404 && error.details.azureCode !== 'ResourceGroupNotFound')
        return false;
      throw error;
    },
  );
  if (taken) throw new Problem('policy-name-taken', { fields: ['policy.name'] });
  const parameters = { properties: fromTerms(draft, session.now()) };
  const answer = await call(session, 'idempotent-write', (options) =>
    protectionPolicies.createOrUpdate(vaultName, resourceGroup, draft.name, parameters, options),
  );
  return toPolicy(expectBody(policyBody, answer.body), 0);
}
