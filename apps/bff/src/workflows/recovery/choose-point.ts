import type { ItemPath, RecoveryMoment, RecoveryPoint } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import type { ChainReads } from '../../azure/keys/read-chain';
import { readPoints, type JudgedPoint, type PointsToJudge } from '../restore/choose/recovery-points';

const LONGEST_DAYS = 3650;

interface ChosenPoint<Judged> {
  chosen: Judged | undefined;
  /** The newest of the moment, where nothing can be made of any. */
  refused: Judged | undefined;
  /** Whether there is a younger one that a threat was found in. */
  hasSuspicious: boolean;
}

/**
 * The newest point of the moment that a machine can be made of, though its keys have to come back first: none of its data is given up for
 * that. `reads`: what was read of the keys of other machines already.
 */
export async function choosePoint(
  session: AzureSession,
  item: ItemPath,
  moment: RecoveryMoment,
  reads?: ChainReads,
): Promise<ChosenPoint<JudgedPoint> & { wasBackedUp: boolean }> {
  const recent = await readPoints(session, item, undefined, reads);
  const { wasBackedUp } = recent;
  const picked = await pickPoint(recent, moment);
  if (picked.chosen || !wasBackedUp) return { ...picked, wasBackedUp };
  return { ...(await pickPoint(await readPoints(session, item, LONGEST_DAYS, reads), moment)), wasBackedUp };
}

/** The same to look at; of an item that is gone there is no point, and other machines are looked at all the same. */
export async function pointInSight(...asked: Parameters<typeof choosePoint>): Promise<ChosenPoint<JudgedPoint>> {
  try {
    return await choosePoint(...asked);
  } catch (error) {
    if (isStatus(error, 404)) return { chosen: undefined, refused: undefined, hasSuspicious: false };
    throw error;
  }
}

type Listed = Pick<RecoveryPoint, 'time' | 'threat'>;

/** Judges points from the newest on until one can be taken: to judge one is several calls. */
export async function pickPoint<Plain extends Listed, Judged extends { point: Pick<RecoveryPoint, 'verdict'> }>(
  { points, judge }: PointsToJudge<Plain, Judged>,
  moment: RecoveryMoment,
): Promise<ChosenPoint<Judged>> {
  const isSuspicious = ({ threat }: Listed) => threat === 'suspicious';
  let refused: Judged | undefined;
  for (const plain of ofMoment(points, moment)) {
    const judged = await judge(plain);
    if (judged === null) continue;
    refused ??= judged;
    if (judged.point.verdict.state === 'blocked') continue;
    return { chosen: judged, refused, hasSuspicious: points.slice(0, points.indexOf(plain) + 1).some(isSuspicious) };
  }
  return { chosen: undefined, refused, hasSuspicious: points.some(isSuspicious) };
}

function ofMoment<Plain extends Listed>(points: readonly Plain[], moment: RecoveryMoment): readonly Plain[] {
  if (moment.kind === 'newest') return points;
  if (moment.kind === 'before') return points.filter(({ time }) => Date.parse(time) <= Date.parse(moment.time));
  const sound = points.filter(({ threat }) => threat === 'none');
  return sound.length > 0 ? sound : points.filter(({ threat }) => threat === null);
}
