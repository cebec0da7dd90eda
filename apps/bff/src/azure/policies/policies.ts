import type { Policy, PolicyDraft, VaultPath } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { Problem } from '../../problem';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { listItems } from '../items/items';
import { policyBody } from './policy-body';
import { getPolicy, putPolicy, readPolicies } from './policy-calls';
import { toPolicy } from './read-policy';
import { isStatus, UpstreamFailure } from '../connection/upstream-failure';
import { isAs } from './same-terms';
import { fromTerms } from './write-policy';

/** The vault's policies for VMs. Azure's own count of protected items is not kept up in lists, so the items are counted. */
export async function listPolicies(session: AzureSession, path: VaultPath): Promise<Policy[]> {
  const [policies, items] = await Promise.all([readPolicies(session, path), listItems(session, path)]);
  return policies.map((policy) => toPolicy(policy, items.filter((item) => item.policyName === policy.name).length));
}

/** Whether a policy is standard or enhanced; undefined where the vault has none of that name, or the user may not read it. */
export async function readPolicyKind(session: AzureSession, path: VaultPath, name: string): Promise<Policy['kind'] | undefined> {
  try {
    return toPolicy(expectBody(policyBody, (await getPolicy(session, path, name)).body), 0).kind;
  } catch (error) {
    if (isStatus(error, 404) || isStatus(error, 403)) return undefined;
    throw error;
  }
}

/** What of a vault that is gone is not found, too. */
const NO_VAULT: ReadonlySet<string> = new Set(['ResourceNotFound', 'ResourceGroupNotFound', 'SubscriptionNotFound']);

/** @throws Problem where the vault has no policy of that name any more; of one that the user may not read nothing is said */
export async function requirePolicy(session: AzureSession, path: VaultPath, name: string): Promise<void> {
  try {
    await getPolicy(session, path, name);
  } catch (error) {
    const { status, azureCode = '' } = error instanceof UpstreamFailure ? error.details : {};
    if (status === 404 && !NO_VAULT.has(azureCode)) throw new Problem('policy-gone', { fields: ['policyName'] });
    if (status !== 403 && status !== 404) throw error;
  }
}

/** Azure would quietly replace a policy of the same name, so the name is looked up first. The same policy has been made already: its answer was lost. */
export async function createPolicy(session: AzureSession, path: VaultPath, draft: PolicyDraft): Promise<Policy> {
  const found = await getPolicy(session, path, draft.name).catch((error: unknown) => {
    if (error instanceof UpstreamFailure && error.details.status === 404 && error.details.azureCode !== 'ResourceGroupNotFound')
      return undefined;
    throw error;
  });
  if (found !== undefined) {
    const present = (await listPolicies(session, path)).find(({ name }) => sameName(name, draft.name));
    if (present !== undefined && isAs(present, draft)) return present;
    throw new Problem('policy-name-taken', { fields: ['policy.name'] });
  }
  const answer = await putPolicy(session, path, draft.name, { properties: fromTerms(draft, session.now()) });
  return toPolicy(expectBody(policyBody, answer.body), 0);
}
