import type { ItemPath } from '@tresor/contracts';
import * as z from 'zod';
import { atMost, timedCache } from '../../caches';
import { expectBody } from '../connection/answer';
import { idKey } from '../connection/arm-id';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { PAIRED_VERSION } from '../connection/backup-region';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { onePerServer } from '../connection/kept';
import { readUrl } from '../connection/read-url';
import { itemArguments, itemIdOf, vmIdOf } from '../items/item-place';
import type { KeyUrls } from '../keys/read-chain';
import { fromEitherRegion } from '../vaults/either-region';
import { own } from '../../own';

const text = z.string().nullish();

const pointBody = z.object({
  properties: z.object({
    isManagedVirtualMachine: z.boolean().nullish(),
    keyAndSecret: z
      .object({
        kekDetails: z.object({ keyUrl: text, keyVaultId: text, keyBackupData: text }).nullish(),
        bekDetails: z.object({ secretUrl: text, secretVaultId: text, secretData: text }).nullish(),
        encryptionMechanism: text,
      })
      .nullish(),
  }),
});

/** What a recovery point tells of its keys; nothing of the keys themselves. */
export interface HeldKeys {
  urls: KeyUrls;
  pass: 'single' | 'dual' | null;
  /** Whether the backup holds them, so that they can be brought back from it. */
  holdsSecret: boolean;
  holdsKey: boolean;
}

const FRESH_MS = 300_000;
const keptPoints = onePerServer(() => timedCache<string, HeldPoint>(FRESH_MS, atMost(20_000)));

interface HeldPoint {
  keys: HeldKeys | null;
  /** Whether the machine had managed disks when the point was made. */
  managedDisks: boolean;
}

async function readPoint(session: AzureSession, path: ItemPath, pointId: string) {
  const { body } = await fromEitherRegion(
    session,
    path,
    () =>
      call(session, 'read', (options) =>
        clients.backup(session, path.subscriptionId).recoveryPoints.get(...itemArguments(path), pointId, options),
      ),
    () => readUrl(session, clients.arm(session), pairedPointUrl(session, path, pointId)),
  );
  return expectBody(pointBody, body).properties;
}

const pairedPointUrl = (session: AzureSession, path: ItemPath, pointId: string) =>
  armUrl(session, `${itemIdOf(path)}/recoveryPoints/${pointId}`, `api-version=${PAIRED_VERSION}`);

/** What a point holds never changes; a user's answers are kept a while for that user alone. */
async function readHeld(session: AzureSession, path: ItemPath, pointId: string): Promise<HeldPoint> {
  const known = keptPoints(session);
  const key = `${session.user} ${idKey(`${path.vaultName} ${vmIdOf(path)}`)} ${pointId}`;
  const found = known.get(key) ?? toHeldPoint(await readPoint(session, path, pointId));
  known.set(key, found);
  return found;
}

export const readHeldKeys = async (session: AzureSession, path: ItemPath, pointId: string): Promise<HeldKeys | null> =>
  (await readHeld(session, path, pointId)).keys;

export const hadManagedDisks = async (session: AzureSession, path: ItemPath, pointId: string): Promise<boolean> =>
  (await readHeld(session, path, pointId)).managedDisks;

const PASS: Record<string, 'single' | 'dual'> = { SinglePass: 'single', DoublePass: 'dual' };

type PointProperties = Awaited<ReturnType<typeof readPoint>>;

const toHeldPoint = ({ isManagedVirtualMachine, keyAndSecret }: PointProperties): HeldPoint => ({
  keys: toHeldKeys(keyAndSecret),
  managedDisks: isManagedVirtualMachine ?? false,
});

function toHeldKeys(held: PointProperties['keyAndSecret']): HeldKeys | null {
  const { secretUrl, secretVaultId, secretData } = held?.bekDetails ?? {};
  if (!secretUrl || !secretVaultId) return null;
  const { keyUrl, keyVaultId, keyBackupData } = held?.kekDetails ?? {};
  return {
    urls: { secretUrl, secretVaultId, ...(keyUrl && keyVaultId && { key: { keyUrl, keyVaultId } }) },
    pass: own(PASS, held?.encryptionMechanism) ?? null,
    holdsSecret: Boolean(secretData),
    holdsKey: Boolean(keyBackupData),
  };
}

/** The keys themselves. They go from here into a key vault and nowhere else: no answer, no log and no cache of ours sees them. */
interface KeyMaterial {
  keyBackup: string | undefined;
  secretValue: string | undefined;
}

export async function readKeyMaterial(session: AzureSession, path: ItemPath, pointId: string): Promise<KeyMaterial> {
  const { keyAndSecret: held } = await readPoint(session, path, pointId);
  return { keyBackup: held?.kekDetails?.keyBackupData ?? undefined, secretValue: held?.bekDetails?.secretData ?? undefined };
}
