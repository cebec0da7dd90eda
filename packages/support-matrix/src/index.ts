export * from './facts';
export * from './key-vault-permissions';
export * from './policy-draft';
export * from './policy-limits';
export type { JudgementContext, RuleInEdition, Source } from './rule';
export type { Rule, RuleId } from './rules';
export { findRule, limitOf } from './rule-lookup';
export { RULES } from './rules';
export * from './verdict';
