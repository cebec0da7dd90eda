import { translated } from '../azure/connection/failures';
import { readProvider, registerProvider } from '../azure/resource-providers';
import { api } from './api';

export const resourceProviders = {
  get: api.resourceProviders.get.handler(({ context, input: { subscriptionId, provider } }) =>
    translated('subscription-not-found', readProvider(context.azure, subscriptionId, provider)),
  ),
  register: api.resourceProviders.register.handler(({ context, input: { subscriptionId, provider } }) =>
    translated('subscription-not-found', registerProvider(context.azure, subscriptionId, provider)),
  ),
};
