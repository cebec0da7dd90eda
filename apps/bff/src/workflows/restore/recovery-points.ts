import type { ItemPath, KeyChain, RecoveryPoint } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/azure';
import { getItem } from '../../azure/get-item';
import { readChain, type KeyUrls } from '../../azure/keys/read-chain';
import { readHeldKeys } from '../../azure/restores/held-keys';
import { listPoints, type PlainPoint } from '../../azure/restores/recovery-points';
import { judgePoint } from './verdict';

const PARALLEL = 8;
const DEFAULT_DAYS = 30;

type Chains = (urls: KeyUrls) => Promise<KeyChain>;

/** The recovery points of an item, newest first, each with its keys and whether a running machine can be made of it. */
export async function listRecoveryPoints(session: AzureSession, path: ItemPath, days = DEFAULT_DAYS): Promise<RecoveryPoint[]> {
  const [points, item] = await Promise.all([listPoints(session, path, days), getItem(session, path)]);
  const chains = chainsOf(session);
  return pLimit(PARALLEL).map(points, (point) => judged(session, path, point, item.deletedAt !== null, chains));
}

/** Most points of a machine have the same keys: each chain is read once. */
function chainsOf(session: AzureSession): Chains {
  const known = new Map<string, Promise<KeyChain>>();
  return (urls) => {
    const key = JSON.stringify(urls);
    const chain = known.get(key) ?? readChain(session, urls);
    known.set(key, chain);
    return chain;
  };
}

async function judged(
  session: AzureSession,
  path: ItemPath,
  point: PlainPoint,
  itemDeleted: boolean,
  chainOf: Chains,
): Promise<RecoveryPoint> {
  const held = point.encrypted ? await readHeldKeys(session, path, point.id) : null;
  const keyChain = held && (await chainOf(held.urls));
  const { holdsSecret = false, holdsKey = false, pass = null } = held ?? {};
  return { ...point, pass, keyChain, verdict: judgePoint({ ...point, itemDeleted, keyChain, holdsSecret, holdsKey }) };
}
