import { policyAssignmentId, type PolicyInForce } from '../../world/policies/policy-assignments';
import { policyDefinitionId } from '../../world/policies/policy-definitions';
import { policySetId } from '../../world/policies/policy-sets';

/** Which policy it is, as answers of Microsoft.PolicyInsights name it. */
export const policyOf = ({ assignment, definition, within }: PolicyInForce) => ({
  policyDefinitionId: policyDefinitionId(definition),
  ...(within && { policySetDefinitionId: policySetId(within.set), policyDefinitionReferenceId: within.referenceId }),
  policyAssignmentId: policyAssignmentId(assignment),
});
