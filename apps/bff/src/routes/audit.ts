import { api } from './api';
import { withProblems } from './with-problems';

export const audit = {
  access: api.audit.access.handler(({ context: { azure, services } }) => {
    const { role = null, keptDays } = services.audit;
    return { role, held: services.audit.isOpenTo(azure), keptDays };
  }),
  list: api.audit.list.handler(({ context: { azure, services }, input: { after, ...filter } }) =>
    services.audit.list(azure, filter, after),
  ),
  export: api.audit.export.handler(async ({ context, input }) =>
    withProblems(context.services.audit.export(context.azure, input), 'subscription-not-found', context),
  ),
  chain: api.audit.chain.handler(({ context: { azure, services }, input: { after = 0 } }) => services.audit.check(azure, after)),
};
