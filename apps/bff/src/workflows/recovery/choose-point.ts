import type { ItemPath, RecoveryMoment, RecoveryPoint } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { listRecoveryPoints } from '../restore/choose/recovery-points';

const LONGEST_DAYS = 3650;

export interface ChosenPoint {
  point: RecoveryPoint | undefined;
  /** The newest of the moment, where nothing can be made of any. */
  refused: RecoveryPoint | undefined;
  /** Whether there is a younger one that a threat was found in. */
  hasSuspicious: boolean;
}

/**
 * The newest point of the moment that a machine can be made of, though its keys have to come back first: none of its data is given up for
 * that.
 */
export async function choosePoint(session: AzureSession, item: ItemPath, moment: RecoveryMoment): Promise<ChosenPoint> {
  const recent = pickPoint(await listRecoveryPoints(session, item), moment);
  return recent.point ? recent : pickPoint(await listRecoveryPoints(session, item, LONGEST_DAYS), moment);
}

/** `points`: newest first. */
export function pickPoint(points: readonly RecoveryPoint[], moment: RecoveryMoment): ChosenPoint {
  const fitting = ofMoment(points, moment);
  const point = fitting.find(({ verdict }) => verdict.state !== 'blocked');
  const younger = point ? points.slice(0, points.indexOf(point) + 1) : points;
  return { point, refused: fitting[0], hasSuspicious: younger.some(({ threat }) => threat === 'suspicious') };
}

function ofMoment(points: readonly RecoveryPoint[], moment: RecoveryMoment): readonly RecoveryPoint[] {
  if (moment.kind === 'newest') return points;
  if (moment.kind === 'before') return points.filter(({ time }) => Date.parse(time) <= Date.parse(moment.time));
  const sound = points.filter(({ threat }) => threat === 'none');
  return sound.length > 0 ? sound : points.filter(({ threat }) => threat === null);
}
