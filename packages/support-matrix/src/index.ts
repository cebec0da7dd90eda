export * from './effect';
export * from './encryption-class';
export * from './facts';
export * from './key-survival';
export * from './key-vault-permissions';
export * from './objectives';
export * from './policy-draft';
export * from './policy-limits';
export * from './policy-plan';
export * from './rights';
export * from './readiness';
export type { JudgementContext, RuleInEdition, Source } from './rule';
export type { Rule, RuleId } from './rules';
export { findRule, limitOf } from './rule-lookup';
export { RULES } from './rules';
export {
  BACKUP_FAQ,
  ENCRYPTION,
  LIMITS_2017,
  PREPARE_2017,
  VM_MATRIX,
  DISK_ENCRYPTION_2017,
  DISK_ENCRYPTION_FAQ,
  ENCRYPTION_2017,
  MIGRATE_ENCRYPTION,
} from './sources';
export * from './schedule';
export * from './storage-accounts';
export * from './support-case';
export * from './support-cases';
export * from './tags';
export * from './vault-name';
export * from './verdict';
export * from './weaker-policy';
