import type { KeyVaultPath, KeyVaultView } from '@tresor/contracts';
import { dataActionsOf, type KeyVaultPermission } from '@tresor/support-matrix';
import { serviceByNameInAz, serviceByNameInPowerShell } from '@tresor/scripts/backup-service';
import { join, ps, sh, type Code } from '@tresor/scripts/writing';
import { formatMessage } from '../../../language/messages';
import type { Request } from '../../../azure/rights/request-text';
import { requestMessages as messages } from './messages';
import { ROLE_NAME } from './service';

interface Wanted {
  path: KeyVaultPath;
  view: KeyVaultView;
  /** What the service is to hold in the end. */
  permissions: readonly KeyVaultPermission[];
  /** Who asks. */
  person: { name: string; username: string };
}

/** What to send to somebody who may give access. Where the key vault cannot be read, both ways are told. */
export function requestFor(wanted: Wanted): Request {
  const { view, path, permissions, person } = wanted;
  const values = {
    keyVault: path.keyVaultName,
    id: view.id,
    permissions: permissions.join(', '),
    actions: dataActionsOf(permissions).join(', '),
    name: person.name,
    username: person.username,
  };
  const model = view.details?.model;
  const parts = [
    messages.greeting,
    ...(model === 'rbac' ? [] : [messages.byPolicy]),
    ...(model === 'access-policy' ? [] : [messages.byRole]),
    messages.signature,
  ];
  const appId = view.serviceAppId;
  const inLanguage = (language: 'de' | 'en') => {
    const service = appId === null ? messages.service[language] : formatMessage(language, messages.serviceWithId, { appId });
    return parts.map((part) => formatMessage(language, part, { ...values, service })).join('\n\n');
  };
  const scripts = [...(model === 'rbac' ? [] : [policyScript(wanted)]), ...(model === 'access-policy' ? [] : [roleScript(wanted)])];
  return {
    words: { de: inLanguage('de'), en: inLanguage('en') },
    cli: scripts.map(({ cli }) => cli.text).join('\n\n'),
    powerShell: scripts.map(({ powerShell }) => powerShell.text).join('\n\n'),
  };
}

interface Script {
  cli: Code;
  powerShell: Code;
}

const wordsOf = (permissions: readonly KeyVaultPermission[], kind: 'keys' | 'secrets') =>
  permissions.flatMap((one) => (one.startsWith(`${kind}/`) ? [one.slice(kind.length + 1)] : []));

const cliWords = (words: readonly string[]) =>
  join(
    words.map((word) => sh`${word}`),
    ' ',
  );

const psWords = (words: readonly string[]) =>
  join(
    words.map((word) => ps`${word}`),
    ', ',
  );

/** Both shells replace all words of the service, so that those it holds already are among them. */
function policyScript({ path, view, permissions }: Wanted): Script {
  const held = view.details?.access?.policy;
  const both = (kind: 'keys' | 'secrets') => [...new Set([...(held?.[kind] ?? []), ...wordsOf(permissions, kind)])];
  const [keys, secrets] = [both('keys'), both('secrets')];
  const { keyVaultName: name, resourceGroup: group, subscriptionId: subscription } = path;
  const app = view.serviceAppId;
  return {
    cli: join(
      [
        sh`az keyvault set-policy --subscription ${subscription} --resource-group ${group} --name ${name}`,
        app === null ? sh`--object-id $(${serviceByNameInAz()})` : sh`--spn ${app}`,
        ...(keys.length > 0 ? [sh`--key-permissions ${cliWords(keys)}`] : []),
        sh`--secret-permissions ${cliWords(secrets)}`,
      ],
      ' ',
    ),
    powerShell: join(
      [
        ps`Set-AzKeyVaultAccessPolicy -SubscriptionId ${subscription} -ResourceGroupName ${group} -VaultName ${name}`,
        app === null ? ps`-ObjectId ${serviceByNameInPowerShell()}` : ps`-ServicePrincipalName ${app}`,
        ...(keys.length > 0 ? [ps`-PermissionsToKeys ${psWords(keys)}`] : []),
        ps`-PermissionsToSecrets ${psWords(secrets)}`,
      ],
      ' ',
    ),
  };
}

function roleScript({ path, view, permissions }: Wanted): Script {
  const definition = JSON.stringify({
    Name: ROLE_NAME,
    IsCustom: true,
    Description: 'Lets Azure Backup read and back up the keys and secrets of encrypted virtual machines.',
    Actions: [],
    NotActions: [],
    DataActions: dataActionsOf(permissions),
    NotDataActions: [],
    AssignableScopes: [`/subscriptions/${path.subscriptionId}`],
  });
  const app = view.serviceAppId;
  return {
    cli: join(
      [
        sh`az role definition create --subscription ${path.subscriptionId} --role-definition ${definition}`,
        sh`az role assignment create --assignee ${app ?? sh`$(${serviceByNameInAz()})`} --role ${ROLE_NAME} --scope ${view.id}`,
      ],
      '\n',
    ),
    powerShell: join(
      [
        ps`Set-AzContext -Subscription ${path.subscriptionId}`,
        ps`$file = New-TemporaryFile`,
        ps`Set-Content -Path $file -Value ${definition}`,
        ps`New-AzRoleDefinition -InputFile $file`,
        ps`New-AzRoleAssignment ${app === null ? ps`-ObjectId ${serviceByNameInPowerShell()}` : ps`-ApplicationId ${app}`} -RoleDefinitionName ${ROLE_NAME} -Scope ${view.id}`,
      ],
      '\n',
    ),
  };
}
