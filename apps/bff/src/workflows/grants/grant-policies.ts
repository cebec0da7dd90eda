import type { KeyVaultPath, PoliciesInTheWay } from '@tresor/contracts';
import { judgeTogether, policyJudge } from '../../azure/azure-policy';
import { backupServiceId } from '../../azure/backup-service';
import { API_VERSIONS } from '../../azure/connection/api-versions';
import type { AzureSession } from '../../azure/connection/azure';
import { changeBody } from '../../azure/key-vault-access/policies';
import { assignmentBody, roleBody } from '../../azure/key-vault-access/write-role';
import { roleFor, wordsOf, type WantedGrant } from './grant-access';
import { keyVaultIdOf } from './look';

/** Which policies (Azure Policy) will forbid a grant as it will be asked for. */
export async function policiesOfGrant(session: AzureSession, path: KeyVaultPath, wanted: WantedGrant): Promise<PoliciesInTheWay> {
  const { subscriptionId, resourceGroup } = path;
  const [service, role] = await Promise.all([backupServiceId(session), roleFor(session, subscriptionId, wanted)]);
  // That it cannot be looked up is told by the grant.
  if (service === undefined) return { policies: [], areSeen: true };
  const subscription = `/subscriptions/${subscriptionId}`;
  const inKeyVault = { scope: `${subscription}/resourceGroups/${resourceGroup}`, parent: keyVaultIdOf(path) };
  const rights = { apiVersion: API_VERSIONS.rights };
  const judge = policyJudge(session);
  if (role === null) {
    const body = changeBody(session, service, wordsOf(wanted.permissions));
    return judgeTogether(judge, [
      { ...inKeyVault, type: 'Microsoft.KeyVault/vaults/accessPolicies', apiVersion: API_VERSIONS.keyVault, body },
    ]);
  }
  const assignment = { ...inKeyVault, ...rights, type: 'Microsoft.Authorization/roleAssignments', body: assignmentBody(service, role) };
  const body = roleBody(role, role.dataActions);
  const definition = { scope: subscription, ...rights, type: 'Microsoft.Authorization/roleDefinitions', body };
  return judgeTogether(judge, role.isNew ? [definition, assignment] : [assignment]);
}
