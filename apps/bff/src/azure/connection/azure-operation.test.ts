import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { operationOf } from './azure-operation';

const ARM = 'https://management.azure.com';
const VAULT = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v';

it.each([
  [`${ARM}/subscriptions?api-version=1`, '', 'subscriptions'],
  [`${ARM}/subscriptions/1/resourcegroups`, '', 'subscriptions/{}/resourcegroups'],
  [`${ARM}${VAULT}/backupJobs/2`, 'microsoft.recoveryservices', 'microsoft.recoveryservices/vaults/{}/backupjobs/{}'],
  [`${ARM}${VAULT}/backupJobs/2/cancel`, 'microsoft.recoveryservices', 'microsoft.recoveryservices/vaults/{}/backupjobs/{}/cancel'],
  [`${ARM}${VAULT}/providers/Microsoft.Authorization/locks`, 'microsoft.authorization', 'microsoft.authorization/locks'],
  [`${ARM}/providers/Microsoft.ResourceGraph/resources`, 'microsoft.resourcegraph', 'microsoft.resourcegraph/resources'],
  ['https://vault1.vault.azure.net/keys/kek/0123/backup', '', 'keys/{}/{}/backup'],
  ['https://vault1.vault.azure.net/secrets/restore', '', 'secrets/restore'],
  ['https://account.blob.core.windows.net/vhds/config.json?sig=x', '', 'container/blob'],
  ['https://graph.microsoft.com/v1.0/me/transitiveMemberOf', '', 'me'],
  ['https://elsewhere.contoso.com/v1.0/secret', '', '{}'],
])('%s is told as an operation', (url, provider, template) => {
  expect(operationOf(url)).toMatchObject({ provider, template });
});

/** Names as Azure allows them, each with something in it that no word of its API has. */
const name = fc.stringMatching(/^[a-z0-9]{0,8}q7zq[a-z0-9-]{0,10}$/);

it('no name of a URL is told, however deep it stands', () => {
  const url = fc
    .tuple(name, name, name, name)
    .map(([group, vault, item, account]) => [
      `${ARM}/subscriptions/${group}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;${group};${item}/protectedItems/VM;iaasvmcontainerv2;${group};${item}/recoveryPoints/${item}/restore`,
      `${ARM}/subscriptions/${group}/resourceGroups/providers/providers/Microsoft.Compute/virtualMachines/${item}/extensions/${vault}`,
      `${ARM}/subscriptions/${group}/providers/Microsoft.KeyVault/locations/${vault}/deletedVaults/${item}/purge`,
      `https://${account.slice(0, 20)}q.vault.azure.net/keys/${item}/${vault}`,
      `https://${account.replaceAll('-', '')}.blob.core.windows.net/${group}/${item}`,
      `https://graph.microsoft.com/v1.0/users/${item}/memberOf?$filter=${vault}`,
    ]);
  fc.assert(
    fc.property(url, (urls) => {
      for (const one of urls) {
        const { service, provider, template } = operationOf(one);
        expect(`${service} ${provider} ${template}`).not.toContain('q7zq');
      }
    }),
  );
});
