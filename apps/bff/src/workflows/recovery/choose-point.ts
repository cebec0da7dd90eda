import type { ItemPath, RecoveryMoment, RecoveryPoint } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { listRecoveryPoints } from '../restore/choose/recovery-points';

const LONGEST_DAYS = 3650;

/**
 * The newest point of the moment that a machine can be made of, though its keys have to come back first: none of its data is given up for
 * that. `refused`: the newest of the moment, where nothing can be made of any.
 */
export async function choosePoint(
  session: AzureSession,
  item: ItemPath,
  moment: RecoveryMoment,
): Promise<{ point: RecoveryPoint | undefined; refused: RecoveryPoint | undefined }> {
  const isOfMoment = ({ time }: RecoveryPoint) => moment.kind === 'newest' || Date.parse(time) <= Date.parse(moment.time);
  const pick = (points: readonly RecoveryPoint[]) => {
    const fitting = points.filter(isOfMoment);
    return { point: fitting.find(({ verdict }) => verdict.state !== 'blocked'), refused: fitting[0] };
  };
  const recent = pick(await listRecoveryPoints(session, item));
  return recent.point ? recent : pick(await listRecoveryPoints(session, item, LONGEST_DAYS));
}
