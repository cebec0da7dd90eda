import { keyVaultPath, type KeyVaultView } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { ADELE } from '../../../testing/adele';
import { requestFor } from './request';

const path = keyVaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', keyVaultName: 'FarmKV' });

/** What is asked for a key vault that the person cannot read, so that both ways are told. */
function requestIn(serviceAppId: KeyVaultView['serviceAppId']) {
  const id = `/subscriptions/${path.subscriptionId}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/FarmKV`;
  return requestFor({
    path,
    view: { id, name: 'FarmKV', state: 'unreadable', serviceAppId, details: null },
    permissions: ['keys/get', 'secrets/get'],
    person: { name: ADELE.name, username: ADELE.username },
  });
}

test('the request names the application that the Backup service has in this cloud', () => {
  const app = '00000000-0000-4000-8000-00000000b5c0';
  const { words, cli, powerShell } = requestIn(app);
  expect(words.de).toContain(`(Backup Management Service, Anwendungs-ID ${app})`);
  expect(words.en).toContain(`the Backup Management Service (application ID ${app}) needs`);
  expect(cli).toContain(`--name 'FarmKV' --spn '${app}' --key-permissions 'get'`);
  expect(cli).toContain(`--assignee '${app}'`);
  expect(powerShell).toContain(`-ServicePrincipalName '${app}'`);
  expect(powerShell).toContain(`-ApplicationId '${app}'`);
});

test('where none is published, it is looked up by its name', () => {
  const { words, cli, powerShell } = requestIn(null);
  expect(words.de).toContain('(Backup Management Service) dort');
  expect(words.en).toContain('the Backup Management Service needs');
  const byName = `$(az ad sp list --filter "displayName eq 'Backup Management Service'" --query '[0].id' --output tsv)`;
  expect(cli).toContain(`--name 'FarmKV' --object-id ${byName} --key-permissions 'get'`);
  expect(cli).toContain(`--assignee ${byName} --role`);
  expect(powerShell.split("-ObjectId (Get-AzADServicePrincipal -DisplayName 'Backup Management Service').Id")).toHaveLength(3);
});
