import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { API_VERSIONS } from '../connection/api-versions';
import { mayBePrimary, primaryFirst } from '../network/primary';
import { featureMembers, toFeatures, type MachineFeatures } from './machine-features';

const id = z.object({ id: z.string() });

export const interfaceOfMachine = z.object({ id: z.string(), properties: mayBePrimary.nullish() });

const identity = z.object({ type: z.string().nullish(), userAssignedIdentities: z.record(z.string(), z.unknown()).nullish() });

const securityProfile = z.object({
  securityType: z.string().nullish(),
  encryptionAtHost: z.boolean().nullish(),
  uefiSettings: z.object({ secureBootEnabled: z.boolean().nullish(), vTpmEnabled: z.boolean().nullish() }).nullish(),
});

export const purchasePlan = z.object({ name: z.string().nullish(), publisher: z.string().nullish(), product: z.string().nullish() });

const machineBody = z.object({
  id: z.string(),
  tags: z.record(z.string(), z.string()).nullish(),
  identity: identity.nullish(),
  plan: purchasePlan.nullish(),
  resources: z.array(z.object({ name: z.string().nullish(), id: z.string().nullish() })).nullish(),
  properties: z.object({
    ...featureMembers,
    availabilitySet: id.nullish(),
    securityProfile: securityProfile.nullish(),
    networkProfile: z.object({ networkInterfaces: z.array(interfaceOfMachine).nullish() }).nullish(),
  }),
});

/** What the identity of a machine is made of. */
export interface MachineIdentity {
  own: boolean;
  /** ARM ids of the identities of users. */
  assigned: string[];
}

/** Security type and firmware of a machine; null where nobody says, or where it has none. */
export interface MachineSecurity {
  type: string | null;
  secureBoot: boolean | null;
  vTpm: boolean | null;
}

/** What was bought in the marketplace with the image of a machine. */
export interface PurchasePlan {
  name: string;
  publisher: string;
  product: string;
}

/** A plan that is named in part only is none. */
export function toPlan(read: z.infer<typeof purchasePlan> | null | undefined): PurchasePlan | null {
  const { name, publisher, product } = read ?? {};
  return name != null && publisher != null && product != null ? { name, publisher, product } : null;
}

export interface MachineSettings extends MachineFeatures {
  /** The primary network interface. */
  nicId: string | null;
  otherNicIds: string[];
  tags: Record<string, string>;
  identity: MachineIdentity;
  availabilitySetId: string | null;
  security: MachineSecurity;
  plan: PurchasePlan | null;
  /** Null where the source does not tell. */
  extensions: string[] | null;
}

export function toIdentity(read: z.infer<typeof identity> | null | undefined): MachineIdentity {
  return { own: read?.type?.includes('SystemAssigned') ?? false, assigned: Object.keys(read?.userAssignedIdentities ?? {}) };
}

export const toSecurity = (read: z.infer<typeof securityProfile> | null | undefined): MachineSecurity => ({
  type: read?.securityType ?? null,
  secureBoot: read?.uefiSettings?.secureBootEnabled ?? null,
  vTpm: read?.uefiSettings?.vTpmEnabled ?? null,
});

export function interfacesOf(read: readonly z.infer<typeof interfaceOfMachine>[] | null | undefined) {
  const [first, ...others] = primaryFirst(read);
  return { nicId: first?.id ?? null, otherNicIds: others.map((one) => one.id) };
}

export async function readMachineSettings(session: AzureSession, machineId: string): Promise<MachineSettings | 'missing' | 'hidden'> {
  try {
    const { body } = await callArm(session, 'read', 'GET', machineId, API_VERSIONS.compute);
    const { tags, identity: has, plan, resources, properties } = expectBody(machineBody, body);
    return {
      ...interfacesOf(properties.networkProfile?.networkInterfaces),
      tags: tags ?? {},
      identity: toIdentity(has),
      availabilitySetId: properties.availabilitySet?.id ?? null,
      security: toSecurity(properties.securityProfile),
      plan: toPlan(plan),
      ...toFeatures(properties, properties.securityProfile?.encryptionAtHost),
      extensions: (resources ?? []).map(({ name, id: extension }) => name ?? nameOf(extension ?? '')),
    };
  } catch (error) {
    if (isStatus(error, 404)) return 'missing';
    if (isStatus(error, 403)) return 'hidden';
    throw error;
  }
}

export const changeTags = (session: AzureSession, machineId: string, tags: Record<string, string>) =>
  callArm(session, 'idempotent-write', 'PATCH', machineId, API_VERSIONS.compute, { tags });

export const changeLicense = (session: AzureSession, machineId: string, licenseType: string) =>
  callArm(session, 'idempotent-write', 'PATCH', machineId, API_VERSIONS.compute, { properties: { licenseType } });

export function changeIdentity(session: AzureSession, machineId: string, { own, assigned }: MachineIdentity) {
  const kinds = [...(own ? ['SystemAssigned'] : []), ...(assigned.length > 0 ? ['UserAssigned'] : [])];
  const users = assigned.length > 0 && { userAssignedIdentities: Object.fromEntries(assigned.map((one) => [one, {}])) };
  const asked = { type: kinds.join(', '), ...users };
  return callArm(session, 'idempotent-write', 'PATCH', machineId, API_VERSIONS.compute, { identity: asked });
}
