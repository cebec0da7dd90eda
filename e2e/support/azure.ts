import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Product } from '../../scripts/product.mjs';
import { connect } from '../../packages/local-azure/src/testing/connect';
import { PRODUCTION } from './wizard';

/** Calls a key vault as somebody does who has other tools than ours. */
async function callKeyVault({ azure }: Product, method: string, host: string, path: string): Promise<Response> {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://vault.azure.net/.default');
  const answer = await fetch(`${azure.url}${path}?api-version=7.4`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** What somebody does to a key vault with other tools than ours: deletes the key or the secret at the URL, and purges it. */
export async function purge(product: Product, url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const [, kind, name] = pathname.split('/');
  for (const path of [`/${kind}/${name}`, `/deleted${kind}/${name}`]) await callKeyVault(product, 'DELETE', host, path);
}

const versions = z.object({ value: z.array(z.unknown()) });

/** How many versions the key or the secret at the URL has. */
export async function versionsOf(product: Product, url: string): Promise<number> {
  const { host, pathname } = new URL(url);
  const [, kind, name] = pathname.split('/');
  const answer = await callKeyVault(product, 'GET', host, `/${kind}/${name}/versions`);
  return versions.parse(await answer.json()).value.length;
}

/** What somebody does in a storage account with other tools than ours: deletes the blob at the URL. */
export async function removeBlob({ azure }: Product, url: string): Promise<void> {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://storage.azure.com/.default');
  const { host, pathname } = new URL(url);
  const headers = {
    authorization: `Bearer ${token}`,
    'x-ms-version': '2021-08-06',
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  };
  const answer = await fetch(`${azure.url}${pathname}`, { method: 'DELETE', headers });
  if (!answer.ok) throw new Error(`${pathname} answered ${answer.status}: ${await answer.text()}`);
}

const named = z.object({ value: z.array(z.object({ name: z.string() })) });

const GROUPS = `/subscriptions/${PRODUCTION}/resourceGroups`;

/** Reads the names in a list of Resource Manager's. */
async function namesOf({ azure }: Product): Promise<(path: string) => Promise<string[]>> {
  // Of others a test may have ended everything that was issued to them in this very second.
  const { credential } = await connect(azure, 'megan');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  return async (path) => {
    const answer = await fetch(`${azure.url}${path}?api-version=2024-07-01`, { headers: { authorization: `Bearer ${token}` } });
    return named.parse(await answer.json()).value.map(({ name }) => name);
  };
}

/** The names of the resource groups of the subscription. */
export const groupNames = async (product: Product): Promise<string[]> => (await namesOf(product))(GROUPS);

/** The names of all virtual machines of the subscription, as Azure has them: group by group, for the list of all lags behind. */
export async function machineNames(product: Product): Promise<string[]> {
  const namesAt = await namesOf(product);
  const inGroup = (group: string) => namesAt(`${GROUPS}/${group}/providers/Microsoft.Compute/virtualMachines`);
  return (await Promise.all((await namesAt(GROUPS)).map(inGroup))).flat();
}

/** Calls Resource Manager as somebody does who has other tools than ours. */
async function callArm({ azure }: Product, person: string, method: string, path: string, properties?: object): Promise<Response> {
  const { credential } = await connect(azure, person);
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const query = `${path.includes('?') ? '&' : '?'}api-version=2020-10-01`;
  const answer = await fetch(`${azure.url}${path}${query}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(properties && { body: JSON.stringify({ properties }) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** What somebody does elsewhere: deletes a backup policy that nothing follows. */
export async function deletePolicy(product: Product, person: string, policy: string): Promise<void> {
  await callArm(
    product,
    person,
    'DELETE',
    `${GROUPS}/IgniteRG/providers/Microsoft.RecoveryServices/vaults/IgniteDemoVault/backupPolicies/${policy}`,
  );
}

const eligible = z.object({ properties: z.object({ scope: z.string(), roleDefinitionId: z.string(), principalId: z.string() }) });
const eligibleRoles = z.object({ value: z.array(eligible) });
const activation = z.object({ properties: z.object({ approvalId: z.string().nullable() }) });

/** What somebody does in Privileged Identity Management: asks to hold for an hour the first role on offer whose scope is such a one. */
async function askForRole(product: Product, person: string, scopeLike: RegExp): Promise<{ approvalId: string | null }> {
  const list = `/subscriptions/${PRODUCTION}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances?$filter=asTarget()`;
  const { value } = eligibleRoles.parse(await (await callArm(product, person, 'GET', list)).json());
  const found = value.find(({ properties }) => scopeLike.test(properties.scope));
  if (!found) throw new Error(`${person} may activate no such role.`);
  const { scope, roleDefinitionId, principalId } = found.properties;
  const request = `${scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/${randomUUID()}`;
  const expiration = { type: 'AfterDuration', duration: 'PT1H' };
  const asked = { requestType: 'SelfActivate', principalId, roleDefinitionId, justification: 'CHG-4711', scheduleInfo: { expiration } };
  const answer = await callArm(product, person, 'PUT', request, asked);
  return activation.parse(await answer.json()).properties;
}

/** Activates for an hour the first role of the subscription that is on offer. */
export async function activateRole(product: Product, person: string): Promise<void> {
  await askForRole(product, person, /^\/subscriptions\/[^/]+$/);
}

/** Asks for the role on the Resource Guard; answers what somebody else has to approve. */
export async function askForGuardRole(product: Product, person: string): Promise<string> {
  const { approvalId } = await askForRole(product, person, /\/resourceGuards\//);
  if (approvalId === null) throw new Error('The role was given without approval.');
  return approvalId;
}

export async function approve(product: Product, person: string, approvalId: string): Promise<void> {
  const stage = `${approvalId}/stages/${approvalId.split('/').at(-1) ?? ''}`;
  await callArm(product, person, 'PATCH', stage, { reviewResult: 'Approve', justification: 'Checked.' });
}
