import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { KEY_VAULT_VERSION } from '../keys/revive';

export interface PolicyWords {
  keys: string[];
  secrets: string[];
}

/** Changes the words of one principal's access policy and no other: Azure puts them together with what is there at that moment. */
export async function changePolicy(
  session: AzureSession,
  change: 'add' | 'remove',
  keyVaultId: string,
  objectId: string,
  { keys, secrets }: PolicyWords,
): Promise<void> {
  const permissions = { ...(keys.length > 0 && { keys }), ...(secrets.length > 0 && { secrets }) };
  await callArm(session, 'idempotent-write', 'PUT', `${keyVaultId}/accessPolicies/${change}`, KEY_VAULT_VERSION, {
    properties: { accessPolicies: [{ tenantId: session.principal.tid, objectId, permissions }] },
  });
}
