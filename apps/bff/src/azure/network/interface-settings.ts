import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { NETWORK_VERSION } from './restore-network';

const id = z.object({ id: z.string() });

const configuration = z.looseObject({
  properties: z.looseObject({
    privateIPAddress: z.string().nullish(),
    privateIPAllocationMethod: z.string().nullish(),
    subnet: id.nullish(),
    publicIPAddress: id.nullish(),
  }),
});

const nicBody = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.looseObject({
    ipConfigurations: z.array(configuration),
    networkSecurityGroup: id.nullish(),
    virtualMachine: id.nullish(),
  }),
});

type NicBody = z.infer<typeof nicBody>;

export interface InterfaceSettings {
  id: string;
  name: string;
  location: string;
  address: string | null;
  isStatic: boolean;
  subnetId: string | null;
  securityGroupId: string | null;
  publicIpId: string | null;
  /** The machine that has it. */
  machineId: string | null;
}

const read = async (session: AzureSession, nicId: string): Promise<NicBody> =>
  expectBody(nicBody, (await callArm(session, 'read', 'GET', nicId, NETWORK_VERSION)).body);

export async function readInterface(session: AzureSession, nicId: string): Promise<InterfaceSettings | 'missing' | 'hidden'> {
  try {
    const { id, name, location, properties } = await read(session, nicId);
    const first = properties.ipConfigurations[0]?.properties;
    return {
      id,
      name,
      location,
      address: first?.privateIPAddress ?? null,
      isStatic: first?.privateIPAllocationMethod?.toLowerCase() === 'static',
      subnetId: first?.subnet?.id ?? null,
      securityGroupId: properties.networkSecurityGroup?.id ?? null,
      publicIpId: first?.publicIPAddress?.id ?? null,
      machineId: properties.virtualMachine?.id ?? null,
    };
  } catch (error) {
    if (isStatus(error, 404)) return 'missing';
    if (isStatus(error, 403)) return 'hidden';
    throw error;
  }
}

/** Changes an interface; everything that is not named stays as Azure has it. */
export async function changeInterface(
  session: AzureSession,
  nicId: string,
  change: { address: string } | { securityGroupId: string } | { publicIpId: string | null },
): Promise<void> {
  const before = await read(session, nicId);
  const [first, ...others] = before.properties.ipConfigurations;
  const asked = 'address' in change && { privateIPAllocationMethod: 'Static', privateIPAddress: change.address };
  const reachable = 'publicIpId' in change && { publicIPAddress: change.publicIpId === null ? undefined : { id: change.publicIpId } };
  const filtered = 'securityGroupId' in change && { networkSecurityGroup: { id: change.securityGroupId } };
  const ipConfigurations = first ? [{ ...first, properties: { ...first.properties, ...asked, ...reachable } }, ...others] : [];
  const properties = { ...before.properties, ...filtered, ipConfigurations };
  await callArm(session, 'idempotent-write', 'PUT', nicId, NETWORK_VERSION, { ...before, properties });
}
