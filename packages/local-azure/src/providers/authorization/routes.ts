import type { ArmRoute } from '../../arm/route';
import { getScheduleRequest, listScheduleInstances, listScheduleRequests, putScheduleRequest } from './activate-role';
import { decideStage, getApproval } from './approvals';
import { deleteRoleDefinition, putRoleDefinition } from './custom-roles';
import { listEligibleRoles } from './eligible-roles';
import { deleteLock, getLock, listLocks, putLock } from './locks';
import { listPermissions } from './permissions';
import { deletePolicyAssignment, getPolicyAssignment, listPolicyAssignments, putPolicyAssignment } from './policy-assignments';
import { deletePolicyDefinition, getPolicyDefinition, listPolicyDefinitions, putPolicyDefinition } from './policy-definitions';
import { deletePolicyExemption, getPolicyExemption, listPolicyExemptions, putPolicyExemption } from './policy-exemptions';
import { deletePolicySet, getPolicySet, listPolicySets, putPolicySet } from './policy-sets';
import { deleteRoleAssignment, getRoleAssignment, listRoleAssignments, putRoleAssignment } from './role-assignments';
import { getRoleDefinition, listRoleDefinitions } from './role-definitions';

const assignments = '{scope}/providers/Microsoft.Authorization/roleAssignments';
const definitions = '{scope}/providers/Microsoft.Authorization/roleDefinitions';
const locks = '{scope}/providers/Microsoft.Authorization/locks';
const policies = '{scope}/providers/Microsoft.Authorization/policyAssignments';
const policyDefinitions = 'providers/Microsoft.Authorization/policyDefinitions';
const policySets = 'providers/Microsoft.Authorization/policySetDefinitions';
const exemptions = '{scope}/providers/Microsoft.Authorization/policyExemptions';
const approval = '{scope}/providers/Microsoft.Authorization/roleAssignmentApprovals/{name}';
const requests = '{scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests';

/** Microsoft.Authorization, of any scope. */
export const routes: readonly ArmRoute[] = [
  ['GET', assignments, 'Microsoft.Authorization/roleAssignments/read', listRoleAssignments],
  ['GET', `${assignments}/{name}`, 'Microsoft.Authorization/roleAssignments/read', getRoleAssignment],
  ['PUT', `${assignments}/{name}`, 'Microsoft.Authorization/roleAssignments/write', putRoleAssignment],
  ['DELETE', `${assignments}/{name}`, 'Microsoft.Authorization/roleAssignments/delete', deleteRoleAssignment],
  ['GET', definitions, 'Microsoft.Authorization/roleDefinitions/read', listRoleDefinitions],
  ['GET', `${definitions}/{name}`, 'Microsoft.Authorization/roleDefinitions/read', getRoleDefinition],
  ['PUT', `${definitions}/{name}`, 'Microsoft.Authorization/roleDefinitions/write', putRoleDefinition],
  ['DELETE', `${definitions}/{name}`, 'Microsoft.Authorization/roleDefinitions/delete', deleteRoleDefinition],
  ['GET', locks, 'Microsoft.Authorization/locks/read', listLocks],
  ['GET', `${locks}/{name}`, 'Microsoft.Authorization/locks/read', getLock],
  ['PUT', `${locks}/{name}`, 'Microsoft.Authorization/locks/write', putLock],
  ['DELETE', `${locks}/{name}`, 'Microsoft.Authorization/locks/delete', deleteLock],
  ['GET', policies, 'Microsoft.Authorization/policyAssignments/read', listPolicyAssignments],
  ['GET', `${policies}/{name}`, 'Microsoft.Authorization/policyAssignments/read', getPolicyAssignment],
  ['PUT', `${policies}/{name}`, 'Microsoft.Authorization/policyAssignments/write', putPolicyAssignment],
  ['DELETE', `${policies}/{name}`, 'Microsoft.Authorization/policyAssignments/delete', deletePolicyAssignment],
  ['GET', `/${policyDefinitions}`, null, listPolicyDefinitions],
  ['GET', `/${policyDefinitions}/{name}`, null, getPolicyDefinition],
  ['GET', `{scope}/${policyDefinitions}`, 'Microsoft.Authorization/policyDefinitions/read', listPolicyDefinitions],
  ['GET', `{scope}/${policyDefinitions}/{name}`, 'Microsoft.Authorization/policyDefinitions/read', getPolicyDefinition],
  ['PUT', `{scope}/${policyDefinitions}/{name}`, 'Microsoft.Authorization/policyDefinitions/write', putPolicyDefinition],
  ['DELETE', `{scope}/${policyDefinitions}/{name}`, 'Microsoft.Authorization/policyDefinitions/delete', deletePolicyDefinition],
  ['GET', `/${policySets}`, null, listPolicySets],
  ['GET', `/${policySets}/{name}`, null, getPolicySet],
  ['GET', `{scope}/${policySets}`, 'Microsoft.Authorization/policySetDefinitions/read', listPolicySets],
  ['GET', `{scope}/${policySets}/{name}`, 'Microsoft.Authorization/policySetDefinitions/read', getPolicySet],
  ['PUT', `{scope}/${policySets}/{name}`, 'Microsoft.Authorization/policySetDefinitions/write', putPolicySet],
  ['DELETE', `{scope}/${policySets}/{name}`, 'Microsoft.Authorization/policySetDefinitions/delete', deletePolicySet],
  ['GET', exemptions, 'Microsoft.Authorization/policyExemptions/read', listPolicyExemptions],
  ['GET', `${exemptions}/{name}`, 'Microsoft.Authorization/policyExemptions/read', getPolicyExemption],
  ['PUT', `${exemptions}/{name}`, 'Microsoft.Authorization/policyExemptions/write', putPolicyExemption],
  ['DELETE', `${exemptions}/{name}`, 'Microsoft.Authorization/policyExemptions/delete', deletePolicyExemption],
  ['GET', '{scope}/providers/Microsoft.Authorization/permissions', null, listPermissions],
  ['GET', '{scope}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances', null, listEligibleRoles],
  ['GET', requests, null, listScheduleRequests],
  ['GET', `${requests}/{name}`, null, getScheduleRequest],
  ['PUT', `${requests}/{name}`, null, putScheduleRequest],
  ['GET', '{scope}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances', null, listScheduleInstances],
  ['GET', approval, null, getApproval],
  ['PATCH', `${approval}/stages/{stage}`, null, decideStage],
];
