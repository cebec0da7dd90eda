import { takeEffect, type LocalAzure } from '@tresor/local-azure';
import { direct } from './direct';

/** Policies that come with Azure, by what they ask for. */
export const POLICIES = {
  allowedLocations: 'e56962a6-4747-49cd-b67b-bf8b01975c4c',
  allowedSizes: 'cccc23c7-8427-4f53-ad12-b6a63eb452b3',
  purgeProtection: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53',
  tagOnGroups: '96670d01-0a4d-4649-9c89-2d3abc0a5025',
  tagOnResources: '871b6d14-10aa-478d-b590-94f262ecfa99',
} as const;

interface Assigned {
  scope: string;
  policy: keyof typeof POLICIES;
  parameters?: Record<string, unknown>;
}

/** Has Azure Policy deny something from now on, called as the organization calls it. Answers how it is lifted. */
export async function assignPolicy(azure: LocalAzure, displayName: string, { scope, policy, parameters = {} }: Assigned) {
  const id = `${scope}/providers/Microsoft.Authorization/policyAssignments/${policy}?api-version=2023-04-01`;
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  const policyDefinitionId = `/providers/Microsoft.Authorization/policyDefinitions/${POLICIES[policy]}`;
  const properties = { displayName, policyDefinitionId, parameters: values };
  const { status, body } = await direct(azure, 'adele', 'PUT', id, { properties });
  if (status !== 201) throw new Error(`The policy was not assigned: ${JSON.stringify(body)}`);
  takeEffect(azure);
  return async () => {
    await direct(azure, 'adele', 'DELETE', id);
    takeEffect(azure);
  };
}
