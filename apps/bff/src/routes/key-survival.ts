import { translated } from '../azure/connection/failures';
import { readSurvival } from '../workflows/survival/read-survival';
import { api } from './api';

export const keySurvival = {
  read: api.keySurvival.read.handler(({ context, input: { items, edition, before } }) =>
    translated('vault-not-found', readSurvival(context.azure, items, edition, before)),
  ),
};
