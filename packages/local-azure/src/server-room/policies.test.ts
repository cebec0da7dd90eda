import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../seeds/company';
import { openCompany, type Company } from '../testing/backup-company';
import { assignmentsTo } from '../world/authorization/access';
import { findServicePrincipal } from '../world/directory/directory';
import { policyAssignmentId, policyAssignments } from '../world/policies/policy-assignments';
import { assignOffered, takeAssigned } from './policies';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.stop());

const scope = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;

it.each(['back-up-machines', 'back-up-every-machine'])('assigns %s with a vault and with the roles that it needs', (name) => {
  const { world } = company;
  expect(assignOffered(world, name, `${scope}/resourceGroups/IgniteRG`)).toContain(`/policyAssignments/${name}`);
  const [assignment] = policyAssignments(world);
  if (!assignment) throw new Error('Nothing was assigned.');
  const principalId = assignment.identity?.principalId ?? '';
  expect(assignmentsTo(world, principalId)).toMatchObject([{ scope }, { scope }]);
  expect(assignment.parameters).toMatchObject({ vaultLocation: 'westeurope' });
  expect(takeAssigned(world, policyAssignmentId(assignment))).toBe(true);
  expect(findServicePrincipal(world, principalId)).toBeUndefined();
});

it('assigns none where no vault could back anything up', () => {
  company.reset('greenfield');
  expect(assignOffered(company.world, 'back-up-every-machine', scope)).toBeUndefined();
});
