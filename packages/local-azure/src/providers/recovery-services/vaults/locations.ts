import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { groupId } from '../../../world/arm-ids';
import { at, list, text } from '../../../world/json';
import { VAULT_TYPE } from '../names';
import { badRequest, param } from '../wire';
import { own } from '../../../world/own';

/** How the zones of private endpoints abbreviate the regions. */
const ZONES: Record<string, string> = {
  westeurope: 'we',
  northeurope: 'ne',
  germanywestcentral: 'gwc',
  germanynorth: 'gn',
  eastus: 'eus',
  westus: 'wus',
  centralus: 'cus',
  eastus2: 'eus2',
  southeastasia: 'sea',
  eastasia: 'ea',
};

function requireVaultType(call: ArmCall): void {
  const type = text(at(call.body, 'type')) ?? '';
  if (type.toLowerCase() !== VAULT_TYPE.toLowerCase()) throw badRequest('InvalidParameter', `type must be ${VAULT_TYPE}.`);
}

/** POST …/locations/{location}/checkNameAvailability: names are unique in their group. */
export function checkName(call: ArmCall): ArmAnswer {
  requireVaultType(call);
  const name = text(at(call.body, 'name')) ?? '';
  const group = groupId(param(call, 'subscriptionId'), param(call, 'resourceGroup'));
  if (!/^[A-Za-z][A-Za-z0-9-]{1,49}$/.test(name)) return refused('Invalid', `'${name}' is not a valid vault name.`);
  if (call.world.resources.get(`${group}/providers/${VAULT_TYPE}/${name}`)) {
    return refused('AlreadyExists', `A vault named '${name}' already exists in the resource group.`);
  }
  return { status: 200, body: { nameAvailable: true } };
}

const refused = (reason: string, message: string): ArmAnswer => ({ status: 200, body: { nameAvailable: false, reason, message } });

/** POST …/locations/{location}/capabilities: which DNS zones private endpoints of a vault would need. */
export function capabilities(call: ArmCall): ArmAnswer {
  requireVaultType(call);
  const region = own(ZONES, param(call, 'location').toLowerCase());
  if (region === undefined) throw badRequest('InvalidParameter', `'${param(call, 'location')}' is not a region.`);
  const zones: Record<string, string> = {
    AzureBackup: `privatelink.${region}.backup.windowsazure.com`,
    AzureSiteRecovery: 'privatelink.siterecovery.windowsazure.com',
  };
  const dnsZones = list(at(call.body, 'properties', 'dnsZones')).map((wanted) => {
    const subResource = text(at(wanted, 'subResource')) ?? '';
    const zone = own(zones, subResource);
    if (zone === undefined) throw badRequest('InvalidParameter', `'${subResource}' is not a sub-resource of a vault.`);
    return { subResource, requiredZoneNames: [zone] };
  });
  return { status: 200, body: { type: VAULT_TYPE, properties: { dnsZones } } };
}
