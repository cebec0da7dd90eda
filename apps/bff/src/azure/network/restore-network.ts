import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { inSight } from '../connection/upstream-failure';
import { readWholeList } from '../whole-list';
import { API_VERSIONS } from '../connection/api-versions';

/** Tag of what was made for the machine of a restore: the id of the restore job. */
export const RESTORE_MARK = 'tresor-restore';

const id = z.object({ id: z.string() });
const tags = z.record(z.string(), z.string()).nullish();

const interfaces = {
  type: 'Microsoft.Network/networkInterfaces',
  apiVersion: API_VERSIONS.network,
  element: z.object({
    id: z.string(),
    name: z.string(),
    tags,
    properties: z.object({
      virtualMachine: id.nullish(),
      ipConfigurations: z
        .array(z.object({ properties: z.object({ privateIPAddress: z.string().nullish(), subnet: id.nullish() }) }))
        .nullish(),
    }),
  }),
};
const publicAddresses = {
  type: 'Microsoft.Network/publicIPAddresses',
  apiVersion: API_VERSIONS.network,
  element: z.object({
    id: z.string(),
    name: z.string(),
    location: z.string(),
    tags,
    properties: z.object({ ipAddress: z.string().nullish(), ipConfiguration: id.nullish() }),
  }),
};

export interface PublicAddress {
  id: string;
  name: string;
  location: string;
  /** Null while it has none. */
  address: string | null;
}

/** The public addresses of a subscription, as far as the user may see them. */
export async function listPublicAddresses(session: AzureSession, subscriptionId: string): Promise<PublicAddress[]> {
  const found = await inSight(readWholeList(session, subscriptionId, publicAddresses));
  return found.map(({ id, name, location, properties }) => ({ id, name, location, address: properties.ipAddress ?? null }));
}

interface NetworkResource {
  kind: 'network-interface' | 'public-ip';
  id: string;
  name: string;
  /** Whether a machine has it, or an interface that stays. */
  inUse: boolean;
}

export interface FreeInterface {
  id: string;
  name: string;
  address: string | null;
  subnetId: string | null;
}

/** The network interfaces of a subscription that no machine has, as far as the user may see them. */
export async function listFreeInterfaces(session: AzureSession, subscriptionId: string): Promise<FreeInterface[]> {
  const found = await inSight(readWholeList(session, subscriptionId, interfaces));
  return found
    .filter(({ properties }) => properties.virtualMachine == null)
    .map(({ id, name, properties: { ipConfigurations } }) => {
      const { privateIPAddress, subnet } = ipConfigurations?.[0]?.properties ?? {};
      return { id, name, address: privateIPAddress ?? null, subnetId: subnet?.id ?? null };
    });
}

/** The network interfaces and public addresses that were made for a restore, as far as the user may see them; interfaces first. */
export async function listRestoreNetwork(session: AzureSession, subscriptionId: string, jobId: string): Promise<NetworkResource[]> {
  const isOurs = (one: { tags?: Record<string, string> | null | undefined }) =>
    one.tags?.[RESTORE_MARK]?.toLowerCase() === jobId.toLowerCase();
  const [nics, addresses] = await Promise.all([
    inSight(readWholeList(session, subscriptionId, interfaces)),
    inSight(readWholeList(session, subscriptionId, publicAddresses)),
  ]);
  const found = nics.filter(isOurs).map((nic): NetworkResource => ({
    kind: 'network-interface',
    id: nic.id,
    name: nic.name,
    inUse: nic.properties.virtualMachine != null,
  }));
  const free = found.filter(({ inUse }) => !inUse).map((nic) => `${nic.id}/`.toLowerCase());
  return [
    ...found,
    ...addresses.filter(isOurs).map((address): NetworkResource => {
      const holder = address.properties.ipConfiguration?.id.toLowerCase();
      const inUse = holder !== undefined && !free.some((nic) => holder.startsWith(nic));
      return { kind: 'public-ip', id: address.id, name: address.name, inUse };
    }),
  ];
}
