import type { ItemPath, RecoveryPoint } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../../azure/connection/azure';
import { getItem } from '../../../azure/items/get-item';
import { readHeldKeys, type HeldKeys } from '../../../azure/restores/held-keys';
import { listPoints, type PlainPoint } from '../../../azure/restores/recovery-points';
import { known } from '../../../facts';
import { findChain, type FoundChain } from '../journey/find-chain';
import { judgePoint } from './verdict';

const PARALLEL = 8;
const DEFAULT_DAYS = 30;

type ChainOf = (point: PlainPoint, held: HeldKeys) => Promise<FoundChain>;

/** The recovery points of an item, newest first, each with its keys and whether a running machine can be made of it. */
export async function listRecoveryPoints(session: AzureSession, path: ItemPath, days = DEFAULT_DAYS): Promise<RecoveryPoint[]> {
  const [points, item] = await Promise.all([listPoints(session, path, days), getItem(session, path)]);
  const chainOf = chainsOf(session, path);
  return pLimit(PARALLEL).map(points, (point) => judged(session, path, point, item.deletedAt !== null, chainOf));
}

/** Most points of a machine have the same keys: each chain is looked for once. */
function chainsOf(session: AzureSession, path: ItemPath): ChainOf {
  const known = new Map<string, Promise<FoundChain>>();
  return ({ id }, held) => {
    const key = JSON.stringify(held.urls);
    const chain = known.get(key) ?? findChain(session, path, id, held);
    known.set(key, chain);
    return chain;
  };
}

async function judged(
  session: AzureSession,
  path: ItemPath,
  point: PlainPoint,
  itemDeleted: boolean,
  chainOf: ChainOf,
): Promise<RecoveryPoint> {
  const held = point.encrypted ? await readHeldKeys(session, path, point.id) : null;
  const found = held && (await chainOf(point, held));
  const keyChain = found?.chain ?? null;
  const keysThere = found?.isThere ?? known(true);
  const { holdsSecret = false, holdsKey = false, pass = null } = held ?? {};
  return { ...point, pass, keyChain, verdict: judgePoint({ ...point, pass, itemDeleted, keyChain, keysThere, holdsSecret, holdsKey }) };
}
