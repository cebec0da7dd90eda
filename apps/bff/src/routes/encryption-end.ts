import { translated } from '../azure/connection/failures';
import { listEndingMachines } from '../workflows/encryption-end/list-ending-machines';
import { api } from './api';

export const encryptionEnd = {
  list: api.encryptionEnd.list.handler(({ context, input }) =>
    translated('subscription-not-found', listEndingMachines(context.azure, input.managementGroup)),
  ),
};
