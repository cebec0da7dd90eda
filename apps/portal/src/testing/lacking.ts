import type { MissingRights } from '@tresor/contracts';

/** What a person lacks at a place: one right that one role gives, which can be delegated, unless told otherwise. */
export const lacking = (scope: string, change: Partial<MissingRights> = {}): MissingRights => ({
  scope,
  actions: ['write'],
  roles: ['Reader'],
  eligible: [],
  takesEffectBy: null,
  delegable: { roles: change.roles ?? ['Reader'], never: [] },
  ...change,
});
