import type { VaultPath } from '@tresor/contracts';
import type { GuardedStep } from '@tresor/support-matrix';
import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { Problem } from '../../problem';
import { parseArmId, vaultIdOf } from '../connection/arm-id';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { translated } from '../connection/failures';
import { pageOf, readPages } from '../connection/pages';
import { isRefused, isStatus } from '../connection/upstream-failure';

const VAULT = 'Microsoft.RecoveryServices/vaults';
const ITEM = `${VAULT}/backupFabrics/protectionContainers/protectedItems`;

/** Azure's words for the steps that a guard can protect. */
const OPERATIONS: Readonly<Record<GuardedStep, string>> = {
  'stop-backup': `${ITEM}/write#stopProtectionWithRetainData`,
  'delete-backup-data': `${ITEM}/delete`,
  'weaken-policy': `${VAULT}/backupPolicies/write`,
  'turn-off-soft-delete': `${VAULT}/backupconfig/write`,
};

const STEPS: readonly GuardedStep[] = ['stop-backup', 'delete-backup-data', 'weaken-policy', 'turn-off-soft-delete'];

const text = z.string().nullish();
const proxies = pageOf(
  z.object({
    properties: z.object({
      resourceGuardResourceId: z.string(),
      description: text,
      resourceGuardOperationDetails: z.array(z.object({ vaultCriticalOperation: text, defaultResourceRequest: text })).nullish(),
    }),
  }),
);

/** What protects critical operations of a vault: to take a step that has a request here, one needs a right on the guard. */
export interface ResourceGuard {
  id: string;
  name: string;
  subscriptionId: string;
  /** What its owner says about how to get an approval. */
  description: string | null;
  requests: ReadonlyMap<GuardedStep, string>;
}

/** The Resource Guard of a vault; null where it has none, or the user may not see that. */
export async function readResourceGuard(session: AzureSession, path: VaultPath): Promise<ResourceGuard | null> {
  const { subscriptionId, resourceGroup, vaultName } = path;
  try {
    const [found] = await readPages(session, proxies, (options) =>
      clients.backup(session, subscriptionId).resourceGuardProxies.list(vaultName, resourceGroup, options),
    );
    const id = found && parseArmId(found.properties.resourceGuardResourceId);
    if (!found || !id) return null;
    const { resourceGuardResourceId, description, resourceGuardOperationDetails } = found.properties;
    const requestOf = (operation: string) =>
      resourceGuardOperationDetails?.find(({ vaultCriticalOperation }) => vaultCriticalOperation?.toLowerCase() === operation.toLowerCase())
        ?.defaultResourceRequest;
    const requests = STEPS.flatMap((step) => {
      const request = requestOf(OPERATIONS[step]);
      return request ? [[step, request] as const] : [];
    });
    return {
      id: resourceGuardResourceId,
      name: nameOf(resourceGuardResourceId),
      subscriptionId: id.subscriptionId,
      description: description ?? null,
      requests: new Map(requests),
    };
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) return null;
    throw error;
  }
}

/** What goes into the body of a protected operation. */
export interface Approval {
  resourceGuardOperationRequests?: string[];
}

/**
 * Takes a step with what stands for its approval, where the vault's guard protects it. Azure lets only those name it who hold a right on
 * the guard. @throws Problem guard-approval-missing
 */
export async function withApproval<T>(
  session: AzureSession,
  path: VaultPath,
  step: GuardedStep,
  take: (approval: Approval) => Promise<T>,
): Promise<T> {
  // Where this cannot be read, nothing was sent: that is a problem of ours and no doubt about the step.
  const request = (await translated('vault-not-found', readResourceGuard(session, path)))?.requests.get(step);
  if (request === undefined) return take({});
  try {
    return await take({ resourceGuardOperationRequests: [request] });
  } catch (error) {
    if (isRefused(error, 'LinkedAuthorizationFailed')) throw new Problem('guard-approval-missing', { cause: error });
    throw error;
  }
}

const VERSION = '2023-06-01';

/** Lets something that the guard protects be deleted for a while. */
export const unlockDelete = (session: AzureSession, path: VaultPath, approval: Approval, resourceToBeDeleted: string) =>
  callArm(session, 'idempotent-write', 'POST', `${vaultIdOf(path)}/backupResourceGuardProxies/VaultProxy/unlockDelete`, VERSION, {
    ...approval,
    resourceToBeDeleted,
  });
