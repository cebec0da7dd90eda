import type { Tags } from '@tresor/support-matrix';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { findResourceGroup, putResourceGroup } from '../resource-groups';
import { Problem } from '../../problem';
import { withOthers } from '../compute/old-tags';
import { putNetwork } from './put-network';

/** Tag of a resource group that a run made for itself: the id of its plan. */
export const ISOLATION_MARK = 'tresor-isolation';

const NAME = /^tresor-(isolated|rehearsal)-[0-9a-f]{32}(?:-\d{1,3})?$/i;

/** `rehearsal`: it goes again with everything in it. */
export type IsolationKind = 'isolated' | 'rehearsal';

/** No two plans have one id, so that no two runs make the same group, and none finds its name taken. */
export const isolatedGroupName = (kind: IsolationKind, planId: string): string =>
  `tresor-${kind}-${planId.toLowerCase().replaceAll('-', '')}`;

/** Whether a resource group is one that a run made to be isolated in, and which kind; null where it is not. */
export const isolationOf = (group: string | null): IsolationKind | null => {
  const kind = NAME.exec(group ?? '')?.[1]?.toLowerCase();
  return kind === 'isolated' || kind === 'rehearsal' ? kind : null;
};

interface IsolatedPlace {
  /** ARM id of the resource group. */
  groupId: string;
  location: string;
  planId: string;
  /** Beside that of its plan. */
  tags: Tags;
}

const networkOf = ({ groupId, location }: Pick<IsolatedPlace, 'groupId' | 'location'>) =>
  `${groupId}/providers/Microsoft.Network/virtualNetworks/isolated-${location}`;

const rulesOf = ({ groupId, location }: Pick<IsolatedPlace, 'groupId' | 'location'>) =>
  `${groupId}/providers/Microsoft.Network/networkSecurityGroups/isolated-${location}`;

/** ARM id of the subnet in which isolated machines stand. */
export const isolatedSubnetId = (place: Pick<IsolatedPlace, 'groupId' | 'location'>): string => `${networkOf(place)}/subnets/isolated`;

const ADDRESSES = '10.0.0.0/16';

const rule = (name: string, priority: number, direction: 'Inbound' | 'Outbound', access: 'Allow' | 'Deny', to = '*') => ({
  name,
  properties: {
    priority,
    direction,
    access,
    protocol: access === 'Allow' ? 'Tcp' : '*',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix: to,
    destinationPortRange: access === 'Allow' ? '443' : '*',
  },
});

/** Nothing in, and nothing out but what the extension for disk encryption cannot do without; nor between the machines. */
const RULES = [
  rule('DenyAllInbound', 4096, 'Inbound', 'Deny'),
  rule('AllowKeyVaultOutbound', 4000, 'Outbound', 'Allow', 'AzureKeyVault'),
  rule('AllowStorageOutbound', 4001, 'Outbound', 'Allow', 'Storage'),
  rule('DenyAllOutbound', 4096, 'Outbound', 'Deny'),
];

/** Makes the group and the network that no other is joined with; asked again it changes nothing. @throws Problem where the group is another's */
export async function makeIsolatedNetwork(session: AzureSession, place: IsolatedPlace): Promise<void> {
  const { group, rules, network } = isolatedBodies(place);
  if (!(await isMade(session, place)) && !(await makeGroup(session, place, group))) throw new Problem('machine-refused');
  await putNetwork(session, rulesOf(place), rules);
  await putNetwork(session, networkOf(place), network);
}

/** What Azure is asked for as the group, the rules and the network. */
export function isolatedBodies(place: IsolatedPlace) {
  const { location, planId, tags } = place;
  const group = { location, tags: withOthers({ [ISOLATION_MARK]: planId }, tags) };
  const subnet = {
    name: 'isolated',
    properties: {
      addressPrefix: ADDRESSES,
      networkSecurityGroup: { id: rulesOf(place) },
      // Without a way out of Azure; key vaults and storage are reached inside of it.
      defaultOutboundAccess: false,
      serviceEndpoints: [{ service: 'Microsoft.KeyVault' }, { service: 'Microsoft.Storage' }],
    },
  };
  const properties = { addressSpace: { addressPrefixes: [ADDRESSES] }, subnets: [subnet] };
  return { group, rules: { ...group, properties: { securityRules: RULES } }, network: { ...group, properties } };
}

/** @throws Problem where the group is another's */
async function isMade(session: AzureSession, { groupId, planId }: IsolatedPlace): Promise<boolean> {
  const found = await findResourceGroup(session, groupId);
  if (found && found.tags[ISOLATION_MARK] !== planId) throw new Problem('machine-refused');
  return found !== undefined;
}

/** A group has one region, whatever is in it; Azure refuses another one, which the same run may have named first for machines elsewhere. Whether it is there. */
async function makeGroup(
  session: AzureSession,
  place: IsolatedPlace,
  group: { location: string; tags: Record<string, string> },
): Promise<boolean> {
  try {
    await putResourceGroup(session, place.groupId, group);
    return true;
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
    session.forget();
    return isMade(session, place);
  }
}
