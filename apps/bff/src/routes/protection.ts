import { api } from './api';

export const protection = {
  enable: api.protection.enable.handler(({ context: { azure, services }, input }) => {
    const { batchId, edition, policyName, vmIds, ...vault } = input;
    return services.protection.enable(azure, batchId, { vault, edition, policyName }, vmIds);
  }),
  get: api.protection.get.handler(({ context: { azure, services }, input: { batchId, ...vault } }) =>
    services.protection.get(azure, batchId, vault),
  ),
  retry: api.protection.retry.handler(({ context: { azure, services }, input: { batchId, ...vault } }) =>
    services.protection.retry(azure, batchId, vault),
  ),
};
