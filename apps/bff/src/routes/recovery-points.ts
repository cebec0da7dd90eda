import { translated } from '../azure/connection/failures';
import { listRecoveryPoints } from '../workflows/restore/choose/recovery-points';
import { api } from './api';

export const recoveryPoints = {
  list: api.recoveryPoints.list.handler(({ context, input: { days, ...path } }) =>
    translated('item-not-found', listRecoveryPoints(context.azure, path, days)),
  ),
};
