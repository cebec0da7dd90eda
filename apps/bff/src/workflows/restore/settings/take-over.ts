import type { MachineSetting, MissingRights, SettingAspect, VaultPath } from '@tresor/contracts';
import { changeIdentity, changeLicense, changeTags } from '../../../azure/compute/machine-settings';
import { givenOn, withInstead } from '../../../azure/compute/old-tags';
import { idKey } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { changeInterface, movePrivateAddress, movePublicAddress, type InterfaceSettings } from '../../../azure/network/interface-settings';
import { Problem } from '../../../problem';
import { lackingRights } from '../../rights/remedy-at';
import { compareSettings, type Write } from './compare-settings';
import { readOldAndNew, tagTeller, type NewMachine, type OldAndNew } from './old-and-new';

/** The settings of the old machine beside those of the new one. */
export async function listMachineSettings(session: AzureSession, vault: VaultPath, jobId: string): Promise<MachineSetting[]> {
  return compared(session, await readOldAndNew(session, vault, jobId));
}

async function compared(session: AzureSession, found: OldAndNew): Promise<MachineSetting[]> {
  if (!found.made) return [];
  const lacking = await Promise.all(
    neededRights(found, found.made).map(async ([write, needs]): Promise<[Write, MissingRights | null]> => {
      const lacks = await Promise.all(needs.map(([scope, action]) => lackingRights(session, scope, [action])));
      return [write, lacks.find((one) => one !== null) ?? null];
    }),
  );
  return compareSettings(found, (what) => lacking.find(([write]) => write === what)?.[1] ?? null);
}

type NeededRight = [scope: string, action: string];

/** What the user has to be allowed for each write. */
function neededRights({ old }: OldAndNew, { id, nic }: NewMachine): [Write, NeededRight[]][] {
  const before = typeof old.nic === 'object' ? old.nic : null;
  return [
    ['machine', [[id, 'Microsoft.Compute/virtualMachines/write']]],
    ['interface', toWrite(nic && { ...nic, securityGroupId: before?.securityGroupId ?? null })],
    ['address', [...(before ? [[before.id, `${INTERFACE}/delete`] satisfies NeededRight] : []), ...toWrite(before), ...toWrite(nic)]],
    [
      'public-ip',
      [...toWrite(before && { ...before, publicIpId: null }), ...toWrite(nic && { ...nic, publicIpId: before?.publicIpId ?? null })],
    ],
  ];
}

const INTERFACE = 'Microsoft.Network/networkInterfaces';

/** Anyone who writes an interface joins it once more to everything that it is linked with. */
function toWrite(nic: InterfaceSettings | null): NeededRight[] {
  if (!nic) return [];
  const links: [string | null, string][] = [
    [nic.id, `${INTERFACE}/write`],
    [nic.subnetId, 'Microsoft.Network/virtualNetworks/subnets/join/action'],
    [nic.securityGroupId, 'Microsoft.Network/networkSecurityGroups/join/action'],
    [nic.publicIpId, 'Microsoft.Network/publicIPAddresses/join/action'],
  ];
  return links.flatMap(([scope, action]): NeededRight[] => (scope === null ? [] : [[scope, action]]));
}

/** Gives the new machine what the old one had, where that is as it was seen; what it has already is left as it is. */
export async function takeOverSetting(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  { aspect, seen }: { aspect: SettingAspect; seen: string },
): Promise<MachineSetting[]> {
  // What was read a moment ago would be as it was seen, whatever it is by now.
  session.forget();
  const found = await readOldAndNew(session, vault, jobId);
  const setting = (await compared(session, found)).find((one) => one.aspect === aspect);
  if (setting?.state === 'offer' && setting.revision === seen) await write(session, found, aspect);
  else if (setting?.state !== 'same') throw new Problem('setting-not-offered');
  return listMachineSettings(session, vault, jobId);
}

async function write(session: AzureSession, { old: { settings, told, nic }, made }: OldAndNew, aspect: SettingAspect): Promise<void> {
  if (!made) return;
  const tags = tagTeller(told)?.settings.tags;
  if (aspect === 'tags' && tags) await changeTags(session, made.id, withInstead(made.settings.tags, givenOn(tags)));
  if (typeof settings === 'object') {
    if (aspect === 'license' && settings.license !== null) await changeLicense(session, made.id, settings.license);
    if (aspect === 'identity') await changeIdentity(session, made.id, joined(settings.identity, made.settings.identity));
  }
  if (typeof nic !== 'object' || !made.nic) return;
  if (aspect === 'network-security-group' && nic.securityGroupId !== null) {
    await changeInterface(session, made.nic.id, { securityGroupId: nic.securityGroupId });
  }
  if (aspect === 'dns-servers') await changeInterface(session, made.nic.id, { dnsServers: nic.dnsServers });
  if (aspect === 'ip-forwarding') await changeInterface(session, made.nic.id, { forwards: nic.forwards });
  if (aspect === 'public-ip' && nic.publicIpId !== null) await movePublicAddress(staying(session), nic.id, made.nic.id, nic.publicIpId);
  if (aspect === 'private-ip' && nic.address !== null) await movePrivateAddress(staying(session), nic.id, made.nic.id, nic.address);
}

/** Who asked may leave: an address that was taken from one interface is not left with none. */
const staying = (session: AzureSession): AzureSession => ({ ...session, signal: new AbortController().signal });

const joined = (old: { own: boolean; assigned: string[] }, now: { own: boolean; assigned: string[] }) => ({
  own: old.own || now.own,
  assigned: [...new Map([...old.assigned, ...now.assigned].map((id) => [idKey(id), id])).values()],
});
