import { translated } from '../azure/connection/failures';
import { readSight } from '../azure/estate/sight';
import { listVaultAlerts } from '../azure/estate/vault-alerts';
import { listManagementGroups } from '../azure/management-groups';
import { api } from './api';

export const estate = {
  sight: api.estate.sight.handler(({ context: { azure }, input }) =>
    translated('subscription-not-found', readSight(azure, input.managementGroup)),
  ),
  alerts: api.estate.alerts.handler(({ context: { azure }, input }) =>
    translated('subscription-not-found', listVaultAlerts(azure, input.managementGroup)),
  ),
  groups: api.estate.groups.handler(({ context: { azure } }) => translated('subscription-not-found', listManagementGroups(azure))),
};
