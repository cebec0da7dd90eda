import { randomUUID } from 'node:crypto';
import { type Product } from '../../scripts/product.mjs';
import { connect } from '../../packages/local-azure/src/testing/connect';
import { PRODUCTION } from './wizard';

/** What somebody does to a key vault with other tools than ours: deletes the key or the secret at the URL, and purges it. */
export async function purge({ azure }: Product, url: string): Promise<void> {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://vault.azure.net/.default');
  const { host, pathname } = new URL(url);
  const [, kind, name] = pathname.split('/');
  for (const path of [`/${kind}/${name}`, `/deleted${kind}/${name}`]) {
    const answer = await fetch(`${azure.url}${path}?api-version=7.4`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}`, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
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

/** The names of all virtual machines of the subscription, as Azure has them. */
export async function machineNames({ azure }: Product): Promise<string[]> {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const path = `/subscriptions/${PRODUCTION}/providers/Microsoft.Compute/virtualMachines`;
  const answer = await fetch(`${azure.url}${path}?api-version=2024-07-01`, { headers: { authorization: `Bearer ${token}` } });
  const { value }: { value: { name: string }[] } = await answer.json();
  return value.map(({ name }) => name);
}

/** What somebody does in Privileged Identity Management: activates for an hour the first role that is on offer. */
export async function activateRole({ azure }: Product, person: string): Promise<void> {
  const { credential } = await connect(azure, person);
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const roles = `${azure.url}/subscriptions/${PRODUCTION}/providers/Microsoft.Authorization`;
  const list = await fetch(`${roles}/roleEligibilityScheduleInstances?api-version=2020-10-01&$filter=asTarget()`, { headers });
  const { value }: { value: { properties: { roleDefinitionId: string; principalId: string } }[] } = await list.json();
  const { roleDefinitionId, principalId } = value[0]?.properties ?? {};
  const expiration = { type: 'AfterDuration', duration: 'PT1H' };
  const properties = { requestType: 'SelfActivate', principalId, roleDefinitionId, justification: 'Test', scheduleInfo: { expiration } };
  const answer = await fetch(`${roles}/roleAssignmentScheduleRequests/${randomUUID()}?api-version=2020-10-01`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ properties }),
  });
  if (answer.status !== 201) throw new Error(`The role was not activated: ${answer.status} ${await answer.text()}`);
}
