import * as z from 'zod';
import type { AzureSession } from './connection/azure';
import { pageOf, readPagesAt } from './connection/pages';
import { isStatus } from './connection/upstream-failure';

const page = pageOf(
  z.object({
    properties: z.object({
      scope: z.string(),
      expandedProperties: z.object({ roleDefinition: z.object({ displayName: z.string().nullish() }).nullish() }).nullish(),
    }),
  }),
);

/** A role that the user may activate for some hours, in Privileged Identity Management. */
export interface EligibleRole {
  role: string;
  scope: string;
}

/** What the user may activate in a subscription. None where the directory has no Privileged Identity Management. */
export async function readEligibleRoles(session: AzureSession, subscriptionId: string): Promise<EligibleRole[]> {
  const list = `${session.cloud.resourceManager}/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances`;
  try {
    const found = await readPagesAt(session, page, `${list}?api-version=2020-10-01&$filter=asTarget()`);
    return found.flatMap(({ properties: { scope, expandedProperties } }) => {
      const role = expandedProperties?.roleDefinition?.displayName;
      return role ? [{ role, scope }] : [];
    });
  } catch (error) {
    // Without a license for it Azure refuses the question itself.
    if (isStatus(error, 400) || isStatus(error, 403) || isStatus(error, 404)) return [];
    throw error;
  }
}
