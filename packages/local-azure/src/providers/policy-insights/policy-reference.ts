import { policyAssignmentId, type Violation } from '../../world/policy-assignments';
import { policyDefinitionId } from '../../world/policy-definitions';

/** Which policy it is, as answers of Microsoft.PolicyInsights name it. */
export const policyOf = ({ assignment, definition }: Violation) => ({
  policyDefinitionId: policyDefinitionId(definition),
  policyAssignmentId: policyAssignmentId(assignment),
});
