import * as z from 'zod';

/** An assignment of Azure Policy that forbids something, by the name that people see. */
export const denyingPolicy = z.strictObject({
  name: z.string(),
  /** ARM id of where it is assigned: a management group, a subscription, a resource group. */
  scope: z.string(),
});

/** Which policies (Azure Policy) forbid what is planned, as far as Azure tells beforehand. `areSeen`: whether the user may learn of them. */
export const policiesInTheWay = z.strictObject({ policies: z.array(denyingPolicy), areSeen: z.boolean() });

export type DenyingPolicy = z.infer<typeof denyingPolicy>;
export type PoliciesInTheWay = z.infer<typeof policiesInTheWay>;
