export * from './best-point';
export * from './delegation';
export * from './encryption-class';
export * from './encryption-end/encryption-end';
export * from './encryption-end/encryption-end-plan';
export * from './encryption-end/encryption-end-points';
export * from './facts';
export * from './policies/immutability';
export * from './keys/key-survival';
export * from './keys/key-vault-permissions';
export * from './objectives';
export * from './policies/policy-draft';
export * from './policies/policy-limits';
export * from './protection-states';
export * from './rights/delegable';
export * from './rights/permissions';
export * from './rights/place-rights';
export * from './rights/remedy';
export * from './rights/roles';
export type { Need, Place, Plane } from './rights/step';
export * from './rights/steps';
export * from './readiness';
export type { JudgementContext, RuleInEdition, Source } from './rule';
export type { Rule, RuleId } from './rules';
export { findRule, limitOf, RULES } from './rules';
export {
  BACKUP_FAQ,
  CREATE_FROM_DISKS,
  DISK_ENCRYPTION_2017,
  DISK_ENCRYPTION_FAQ,
  ENCRYPTION,
  ENCRYPTION_2017,
  LIMITS_2017,
  MIGRATE_ENCRYPTION,
  PREPARE_2017,
  RESTORE_2017,
  RESTORE_ENCRYPTED,
  RESTORE_KEYS,
  RESTORE_PRACTICES,
  SOFT_DELETE,
  VM_MATRIX,
} from './sources';
export * from './schedule/critical-path';
export * from './schedule/durations';
export * from './schedule/limits';
export * from './schedule/schedule';
export type { Span } from './schedule/span';
export * from './service-limits';
export * from './storage-accounts';
export * from './support-case';
export * from './support-cases';
export * from './tags';
export * from './keys/key-recovery';
export * from './names';
export * from './verdict';
export * from './policies/weaker-policy';
