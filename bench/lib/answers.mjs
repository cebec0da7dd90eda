// What the figures read of the API's answers.
import * as z from 'zod';

export const subscriptionList = z.array(z.object({ subscriptionId: z.string() }));

export const vaultList = z.array(
  z.object({ subscriptionId: z.string(), resourceGroup: z.string(), name: z.string(), location: z.string() }),
);

const result = z.object({ state: z.string(), ruleId: z.string().nullish(), azureCode: z.string().nullish() });

export const batchState = z.object({ finished: z.boolean(), results: z.array(result) });
