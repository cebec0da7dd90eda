import { translated } from '../azure/connection/failures';
import { readRights } from '../workflows/rights/read-rights';
import { api } from './api';

export const rights = {
  read: api.rights.read.handler(({ context, input }) => translated('subscription-not-found', readRights(context.azure, input))),
};
