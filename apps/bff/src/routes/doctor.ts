import { translated } from '../azure/connection/failures';
import { api } from './api';
import { withProblems } from './with-problems';

export const doctor = {
  examine: api.doctor.examine.handler(async ({ context }) => {
    const results = await translated('subscription-not-found', context.services.examinations.begin(context.azure));
    return withProblems(results, 'subscription-not-found', context);
  }),
};
