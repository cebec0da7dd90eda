import * as z from 'zod';
import { toFeatures } from '../compute/machine-features';
import {
  interfaceOfMachine,
  interfacesOf,
  purchasePlan,
  toIdentity,
  toPlan,
  toSecurity,
  type MachineSettings,
} from '../compute/machine-settings';
import type { AzureSession } from '../connection/azure';
import { isStatus, isStorageFirewall } from '../connection/upstream-failure';
import { readRestoredConfig } from './restored-config';
import type { RestoreAttributes } from './restore-attributes';

const id = z.object({ id: z.string() });
const disk = z.object({ lun: z.number().nullish(), caching: z.string().nullish(), writeacceleratorenabled: z.boolean().nullish() });

/** Read as ASCII, other letters are lost; what is not read whole is not put onto another machine. */
const isWhole = (read: unknown) => !JSON.stringify(read).includes('\uFFFD');

/** What says nothing where it is written otherwise than it is read, and takes nothing else with it: the old machine itself may tell it. */
const told = <Read>(part: z.ZodType<Read>) => part.refine(isWhole).nullish().catch(null);

/** Members are in small letters here, for editions differ in them; values are as they were. */
export const keptBody = z.object({
  'properties.networkprofile': z.object({ networkinterfaces: z.array(interfaceOfMachine).nullish() }),
  'properties.availabilityset': id.nullish(),
  'properties.securityprofile': z
    .object({
      securitytype: z.string().nullish(),
      encryptionathost: told(z.boolean()),
      uefisettings: z.object({ securebootenabled: z.boolean().nullish(), vtpmenabled: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
  'properties.storageprofile': told(z.object({ osdisk: disk.nullish(), datadisks: z.array(disk).nullish() })),
  'properties.licensetype': told(z.string()),
  'properties.additionalcapabilities': told(z.object({ ultrassdenabled: z.boolean().nullish() })),
  'properties.proximityplacementgroup': told(id),
  'properties.host': told(id),
  'properties.hostgroup': told(id),
  plan: purchasePlan.nullish(),
  identity: z.looseObject({ type: z.string().nullish(), userassignedidentities: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

/**
 * The settings of the old machine as the restored configuration tells them; `missing` where it does not, `hidden` where the user may not see it,
 * `firewalled` where the storage account does not let our server in.
 */
export async function readKeptSettings(
  session: AzureSession,
  attributes: RestoreAttributes,
): Promise<MachineSettings | 'missing' | 'hidden' | 'firewalled'> {
  const config = await readRestoredConfig(session, attributes).catch((error: unknown) => {
    if (isStorageFirewall(error)) return 'firewalled' as const;
    if (isStatus(error, 403)) return 'hidden' as const;
    if (isStatus(error, 404)) return undefined;
    throw error;
  });
  if (config === 'hidden' || config === 'firewalled') return config;
  const { data } = keptBody.safeParse(config);
  if (!data || !isWhole(data)) return 'missing';
  const { type, userassignedidentities } = data.identity ?? {};
  const { securitytype, uefisettings, encryptionathost } = data['properties.securityprofile'] ?? {};
  return {
    ...interfacesOf(data['properties.networkprofile'].networkinterfaces),
    tags: data.tags ?? {},
    identity: toIdentity(data.identity && { type, userAssignedIdentities: userassignedidentities }),
    availabilitySetId: data['properties.availabilityset']?.id ?? null,
    security: toSecurity({
      securityType: securitytype,
      uefiSettings: { secureBootEnabled: uefisettings?.securebootenabled, vTpmEnabled: uefisettings?.vtpmenabled },
    }),
    plan: toPlan(data.plan),
    ...toFeatures(featuresIn(data), encryptionathost),
    extensions: null,
  };
}

const diskUseIn = (read: z.infer<typeof disk> | null | undefined) => ({ ...read, writeAcceleratorEnabled: read?.writeacceleratorenabled });

function featuresIn(data: z.infer<typeof keptBody>) {
  const storage = data['properties.storageprofile'];
  return {
    storageProfile: { osDisk: diskUseIn(storage?.osdisk), dataDisks: (storage?.datadisks ?? []).map(diskUseIn) },
    licenseType: data['properties.licensetype'],
    additionalCapabilities: { ultraSSDEnabled: data['properties.additionalcapabilities']?.ultrassdenabled },
    proximityPlacementGroup: data['properties.proximityplacementgroup'],
    host: data['properties.host'],
    hostGroup: data['properties.hostgroup'],
  };
}
