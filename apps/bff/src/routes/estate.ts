import { translated } from '../azure/connection/failures';
import { readSight } from '../azure/estate/sight';
import { listVaultAlerts } from '../azure/estate/vault-alerts';
import { api } from './api';

export const estate = {
  sight: api.estate.sight.handler(({ context: { azure } }) => translated('subscription-not-found', readSight(azure))),
  alerts: api.estate.alerts.handler(({ context: { azure } }) => translated('subscription-not-found', listVaultAlerts(azure))),
};
