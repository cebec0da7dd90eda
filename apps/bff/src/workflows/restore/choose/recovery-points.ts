import type { ItemPath, RecoveryPoint } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../../azure/connection/azure';
import { isStatus } from '../../../azure/connection/upstream-failure';
import { getItem } from '../../../azure/items/get-item';
import type { ChainReads } from '../../../azure/keys/read-chain';
import { readHeldKeys, type HeldKeys } from '../../../azure/restores/held-keys';
import { listPoints, type PlainPoint } from '../../../azure/restores/recovery-points';
import { known } from '../../../facts';
import { findChain, type FoundChain } from '../journey/find-chain';
import { judgePoint } from './verdict';

const PARALLEL = 8;
const DEFAULT_DAYS = 30;

type ChainOf = (point: PlainPoint, held: HeldKeys) => Promise<FoundChain>;

/** A recovery point with its keys and whether a running machine can be made of it, and what was read to know that. */
export interface JudgedPoint {
  point: RecoveryPoint;
  zone: PlainPoint['zone'];
  held: HeldKeys | null;
  found: FoundChain | null;
}

export interface PointsToJudge<Plain = PlainPoint, Judged = JudgedPoint> {
  /** Newest first. */
  points: readonly Plain[];
  /** Null: it is gone since it was listed. */
  judge: (point: Plain) => Promise<Judged | null>;
}

interface PointsOfItem extends PointsToJudge {
  /** Whether any backup of the item ever succeeded. */
  wasBackedUp: boolean;
}

/** The recovery points of an item as lists tell of them; to judge one takes a look at it and at its keys. */
export async function readPoints(session: AzureSession, path: ItemPath, days = DEFAULT_DAYS, reads?: ChainReads): Promise<PointsOfItem> {
  const [points, item] = await Promise.all([listPoints(session, path, days), getItem(session, path)]);
  const chainOf = chainsOf(session, path, reads);
  return {
    points,
    judge: (point) => judged(session, path, point, item.deletedAt !== null, chainOf),
    wasBackedUp: points.length > 0 || item.latestRecoveryPoint !== null,
  };
}

/** The recovery points of an item, newest first, each with its keys and whether a running machine can be made of it. */
export async function listRecoveryPoints(session: AzureSession, path: ItemPath, days?: number): Promise<RecoveryPoint[]> {
  return (await listJudgedPoints(session, path, days)).map(({ point }) => point);
}

/** The same with what was read to judge them. */
export async function listJudgedPoints(session: AzureSession, path: ItemPath, days = DEFAULT_DAYS): Promise<JudgedPoint[]> {
  const { points, judge } = await readPoints(session, path, days);
  const all = await pLimit(PARALLEL).map(points, judge);
  return all.flatMap((one) => one ?? []);
}

/** A point expires between two looks as well, and hides no other. */
async function unlessGone(held: Promise<HeldKeys | null>): Promise<HeldKeys | null | 'gone'> {
  try {
    return await held;
  } catch (error) {
    if (isStatus(error, 404)) return 'gone';
    throw error;
  }
}

/** Most points of a machine have the same keys: each chain is looked for once. */
function chainsOf(session: AzureSession, path: ItemPath, reads?: ChainReads): ChainOf {
  const known = new Map<string, Promise<FoundChain>>();
  return ({ id, pairedRegion: region }, held) => {
    const key = JSON.stringify(held.urls);
    const chain = known.get(key) ?? findChain(session, path, id, held, { reads, region });
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
): Promise<JudgedPoint | null> {
  const held = point.encrypted ? await unlessGone(readHeldKeys(session, path, point.id)) : null;
  if (held === 'gone') return null;
  const found = held && (await chainOf(point, held));
  const keyChain = found?.chain ?? null;
  const keysThere = found?.isThere ?? known(true);
  const { holdsSecret = false, holdsKey = false, pass = null } = held ?? {};
  const verdict = judgePoint({ ...point, pass, itemDeleted, keyChain, keysThere, holdsSecret, holdsKey });
  const { zone, ...told } = point;
  return { point: { ...told, pass, keyChain, verdict }, zone, held, found };
}
