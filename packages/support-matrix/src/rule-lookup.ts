import type { Edition } from './facts';
import type { Rule, RuleId } from './rules';
import { RULES } from './rules';

const byId = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id, or undefined for a word that is none (ids arrive over the wire as text). */
export const findRule = (id: string): Rule | undefined => byId.get(id);

/** The largest value the edition still allows (disks, GiB, items), or null where the rule counts nothing or is not in the edition. */
export const limitOf = (id: RuleId, edition: Edition): number | null => byId.get(id)?.editions[edition]?.limit ?? null;
