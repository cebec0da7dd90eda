import type { VirtualMachineFacts } from './facts';
import type { JudgementContext, RuleShape } from './rule';
import type { RuleId } from './rules';
import { RULES } from './rules';

/** Whether Azure Backup may protect the machine: with notes to show, or the one reason it may not. */
export type Verdict = { allowed: true; notes: RuleId[] } | { allowed: false; ruleId: RuleId };

/** Whether the edition has the rule and the machine breaks it. */
export function isRuleBroken(rule: RuleShape, machine: VirtualMachineFacts, context: JudgementContext): boolean {
  const inEdition = rule.editions[context.edition];
  return inEdition !== undefined && rule.isBroken(machine, context, inEdition.limit ?? Infinity);
}

/** Judges one machine for one vault. The first refusing rule of the table that is broken is the reason. */
export function judgeVirtualMachine(machine: VirtualMachineFacts, context: JudgementContext): Verdict {
  const broken = RULES.filter((rule) => isRuleBroken(rule, machine, context));
  const refusal = broken.find((rule) => rule.effect === 'refuses');
  return refusal ? { allowed: false, ruleId: refusal.id } : { allowed: true, notes: broken.map((rule) => rule.id) };
}
