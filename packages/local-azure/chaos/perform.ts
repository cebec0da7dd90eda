import { at, text } from '../src/world/json';
import { group, itemOf, policyOf } from './client';
import type { Answer, Client } from './client';
import type { Command, Outcome } from './model';

export const MACHINE = 'SharedVM1';
export const KEY_VAULT = 'shared-kv';

const vault = `${group}/providers/Microsoft.RecoveryServices/vaults/SharedVault`;
const item = itemOf(MACHINE, vault);
const newVault = { location: 'westeurope', sku: { name: 'RS0', tier: 'Standard' }, properties: { publicNetworkAccess: 'Enabled' } };
const policyPath = (p: string) => `${vault}/backupPolicies/${p}`;

function ask({ arm, keyVault, control }: Client, command: Command): Promise<Answer> {
  const secrets = keyVault(KEY_VAULT);
  switch (command.kind) {
    case 'put vault':
      return arm('PUT', vault, newVault);
    case 'delete vault':
      return arm('DELETE', vault);
    case 'get vault':
      return arm('GET', vault);
    case 'put policy':
      return arm('PUT', policyPath(command.p), policyOf(command.days));
    case 'delete policy':
      return arm('DELETE', policyPath(command.p));
    case 'get policy':
      return arm('GET', policyPath(command.p));
    case 'put item':
      return arm('PUT', item, {
        properties: {
          protectedItemType: 'Microsoft.Compute/virtualMachines',
          sourceResourceId: `${group}/providers/Microsoft.Compute/virtualMachines/${MACHINE}`,
          policyId: policyPath(command.p),
        },
      });
    case 'get item':
      return arm('GET', item);
    case 'time passes':
      return control('POST', '/control/advance', { minutes: 5 });
    case 'put secret':
      return secrets('PUT', '/secrets/shared', { value: command.value });
    case 'get secret':
      return secrets('GET', '/secrets/shared');
    case 'delete secret':
      return secrets('DELETE', '/secrets/shared');
    case 'recover secret':
      return secrets('POST', '/deletedsecrets/shared/recover');
    default:
      return secrets('DELETE', '/deletedsecrets/shared');
  }
}

const shown: Partial<Record<Command['kind'], (body: unknown) => unknown>> = {
  'get vault': (body) => at(body, 'properties', 'provisioningState'),
  'get policy': (body) => at(body, 'properties', 'retentionPolicy', 'dailySchedule', 'retentionDuration', 'count'),
  'get item': (body) =>
    text(at(body, 'properties', 'policyId'))
      ?.split('/')
      .at(-1),
  'get secret': (body) => at(body, 'value'),
};

/** Sends a command and answers what is to be compared with the model. */
export async function perform(client: Client, command: Command): Promise<Outcome> {
  const { status, body } = await ask(client, command);
  const show = status === 200 ? shown[command.kind] : undefined;
  return show ? { status, shown: String(show(body)) } : { status };
}
