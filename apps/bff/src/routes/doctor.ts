import { translated } from '../azure/connection/failures';
import { api } from './api';
import { withProblems } from './with-problems';

export const doctor = {
  examine: api.doctor.examine.handler(async ({ context: { azure, services } }) => {
    const results = await translated('subscription-not-found', services.examinations.begin(azure));
    return withProblems(results, 'subscription-not-found', azure);
  }),
};
