import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { guidFor } from '../../guid-for';
import { API_VERSIONS } from '../connection/api-versions';

const LONGEST = 24;
const FEW = [2, 3, 4, 5, 6, 7, 8, 9];

/** A name for a new key vault that tells where its keys come from, and that nobody in all of Azure has. */
export async function freeKeyVaultName(session: AzureSession, subscriptionId: string, original: string): Promise<string> {
  const numbered = FEW.map((number) => suffixed(original, `-${number}`));
  // The same the person who asks, and however often: a screen and a script must not name two.
  const others = FEW.map((number) => suffixed(original, `-${guidFor(`${subscriptionId} ${original} ${number}`).slice(0, 6)}`));
  for (const name of [...numbered, ...others]) if (await isKeyVaultNameFree(session, subscriptionId, name)) return name;
  return others.at(-1) ?? original;
}

/** Azure's names hold no two hyphens in a row: at most one stands where the name is cut. */
const suffixed = (original: string, suffix: string) => `${original.slice(0, LONGEST - suffix.length).replace(/-$/, '')}${suffix}`;

const answerBody = z.object({ nameAvailable: z.boolean() });

/** Whether nobody has the name. Who may not ask is told when the key vault is made. */
export async function isKeyVaultNameFree(session: AzureSession, subscriptionId: string, name: string): Promise<boolean> {
  const id = `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/checkNameAvailability`;
  try {
    const { body } = await callArm(session, 'read', 'POST', id, API_VERSIONS.keyVault, { name, type: 'Microsoft.KeyVault/vaults' });
    return expectBody(answerBody, body).nameAvailable;
  } catch (error) {
    if (isStatus(error, 403)) return true;
    throw error;
  }
}
