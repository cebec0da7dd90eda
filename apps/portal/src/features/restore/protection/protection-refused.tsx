import { findRule } from '@tresor/support-matrix';
import { RuleRemedy } from '../../../azure/machines/rule-explanation';

/** The rule of the edition in force that keeps the new machine from being backed up. */
export function ProtectionRefused({ ruleId }: { ruleId: string }) {
  const rule = findRule(ruleId);
  return rule === undefined ? null : <RuleRemedy ruleId={rule.id} withReason />;
}
