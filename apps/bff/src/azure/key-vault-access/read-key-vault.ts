import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';
import { momentOf } from '../moments';

const words = z.array(z.string()).nullish();

const policyBody = z.object({
  objectId: z.string(),
  applicationId: z.string().nullish(),
  permissions: z.object({ keys: words, secrets: words, certificates: words, storage: words }).nullish(),
});

export type AccessPolicy = z.infer<typeof policyBody>;

const keyVaultBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  systemData: z.object({ lastModifiedAt: z.string().nullish() }).nullish(),
  properties: z.object({
    tenantId: z.string().nullish(),
    enableRbacAuthorization: z.boolean().nullish(),
    enabledForDiskEncryption: z.boolean().nullish(),
    publicNetworkAccess: z.string().nullish(),
    networkAcls: z.object({ bypass: z.string().nullish(), defaultAction: z.string().nullish() }).nullish(),
    accessPolicies: z.array(policyBody).nullish(),
  }),
});

export interface KeyVault {
  id: string;
  name: string;
  location: string;
  model: 'access-policy' | 'rbac';
  enabledForDiskEncryption: boolean;
  /** Who gets in through its firewall: everybody, Microsoft's own services such as Azure Backup besides some networks, or not even they. */
  network: 'open' | 'trusted-services' | 'closed';
  policies: AccessPolicy[];
  /** Who is in its policies and roles is of this tenant; null where Azure does not say. */
  tenantId: string | null;
  /** When it was last changed, by Azure's clock; null where Azure does not say. */
  changedAt: string | null;
}

type KeyVaultRead = { state: 'there'; keyVault: KeyVault } | { state: 'unreadable' | 'missing' };

/** A key vault as Resource Manager tells of it, with who may do what in it. */
export async function readKeyVault(session: AzureSession, id: string): Promise<KeyVaultRead> {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseArmId(id) ?? {};
  try {
    const answer = await call(session, 'read', (options) =>
      clients.keyVaults(session, subscriptionId).vaults.get(resourceGroup, name, options),
    );
    return { state: 'there', keyVault: toKeyVault(expectBody(keyVaultBody, answer.body)) };
  } catch (error) {
    if (isStatus(error, 403)) return { state: 'unreadable' };
    if (isStatus(error, 404)) return { state: 'missing' };
    throw error;
  }
}

function toKeyVault({ id, name, location, systemData, properties }: z.infer<typeof keyVaultBody>): KeyVault {
  const { publicNetworkAccess, networkAcls } = properties;
  const isOpen = publicNetworkAccess !== 'Disabled' && networkAcls?.defaultAction !== 'Deny';
  const letsServices = (networkAcls?.bypass ?? 'AzureServices') === 'AzureServices';
  return {
    id,
    name,
    location,
    model: properties.enableRbacAuthorization ? 'rbac' : 'access-policy',
    enabledForDiskEncryption: properties.enabledForDiskEncryption ?? false,
    network: isOpen ? 'open' : letsServices ? 'trusted-services' : 'closed',
    policies: properties.accessPolicies ?? [],
    tenantId: properties.tenantId ?? null,
    changedAt: momentOf(systemData?.lastModifiedAt),
  };
}
