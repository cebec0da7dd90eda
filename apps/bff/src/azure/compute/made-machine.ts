import type { RestoreScriptValues } from '@tresor/contracts';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { API_VERSIONS } from '../connection/api-versions';
import { mayBePrimary, primaryFirst } from '../network/primary';
import { interfaceOfMachine, interfacesOf } from './machine-settings';

const id = z.object({ id: z.string() });

const machineBody = z.object({
  name: z.string(),
  tags: z.record(z.string(), z.string()).nullish(),
  properties: z.object({
    hardwareProfile: z.object({ vmSize: z.string() }),
    proximityPlacementGroup: id.nullish(),
    networkProfile: z.object({ networkInterfaces: z.array(interfaceOfMachine).nullish() }).nullish(),
  }),
});

const nicBody = z.object({
  properties: z.object({
    ipConfigurations: z.array(z.object({ properties: mayBePrimary.extend({ subnet: id, publicIPAddress: id.nullish() }) })),
  }),
});

/** How a machine was made: its size and its place in the network. Null where that cannot be seen any more. */
export async function readMadeMachine(session: AzureSession, machineId: string): Promise<RestoreScriptValues['machine']> {
  try {
    const { name, tags, properties } = expectBody(
      machineBody,
      (await callArm(session, 'read', 'GET', machineId, API_VERSIONS.compute)).body,
    );
    const { nicId } = interfacesOf(properties.networkProfile?.networkInterfaces);
    if (nicId === null) return null;
    const nic = expectBody(nicBody, (await callArm(session, 'read', 'GET', nicId, API_VERSIONS.network)).body);
    const place = primaryFirst(nic.properties.ipConfigurations)[0]?.properties;
    const group = parseArmId(machineId)?.resourceGroup;
    if (!place || group === undefined) return null;
    return {
      name,
      group,
      size: properties.hardwareProfile.vmSize,
      subnetId: place.subnet.id,
      publicIp: place.publicIPAddress != null,
      withoutProximityGroup: properties.proximityPlacementGroup == null,
      withoutTags: Object.keys(tags ?? {}).length === 0,
    };
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return null;
    throw error;
  }
}
