import type { VaultAlerts } from '@tresor/contracts';
import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { idKey, groupScope } from '../connection/arm-id';

const text = z.string().nullish();

/** An alert processing rule, as far as it decides whom an alert reaches. */
export const alertRule = z.object({
  enabled: z.boolean().nullish(),
  scopes: z.array(z.string()).nullish(),
  conditions: z.array(z.object({ field: text, operator: text, values: z.array(z.string()).nullish() })).nullish(),
  schedule: z.unknown().optional(),
  actions: z.array(z.object({ actionType: text, actionGroupIds: z.array(z.string()).nullish() })).nullish(),
});
type AlertRule = z.infer<typeof alertRule>;

/** Of an action group whether it is on, and all its lists of receivers. */
export const actionGroup = z.looseObject({ enabled: z.boolean().nullish() });
type ActionGroup = z.infer<typeof actionGroup>;

type Answer = 'yes' | 'maybe' | 'no';

const both = (a: Answer, b: Answer): Answer => (a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes');
const either = (answers: readonly Answer[]): Answer => (answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no');

const isWithin = (id: string, scope: string) => `${idKey(id)}/`.startsWith(`${idKey(scope)}/`);

/** What is known beforehand of an alert of a vault; of the other fields that a condition can name nothing is. */
function knownOf(vaultId: string): ReadonlyMap<string, string> {
  return new Map([
    ['targetresourcetype', 'microsoft.recoveryservices/vaults'],
    ['targetresource', idKey(vaultId)],
    ['targetresourcegroup', groupScope(idKey(vaultId))],
    ['monitorservice', 'azure backup'],
    ['monitorcondition', 'fired'],
  ]);
}

type Condition = NonNullable<AlertRule['conditions']>[number];

function holds({ field, operator, values }: Condition, known: ReadonlyMap<string, string>): Answer {
  const actual = known.get(field?.toLowerCase() ?? '');
  if (actual === undefined) return 'maybe';
  const wanted = (values ?? []).map((value) => value.toLowerCase());
  const equal = wanted.includes(actual);
  const contained = wanted.some((value) => actual.includes(value));
  const answers = new Map([
    ['equals', equal],
    ['notequals', !equal],
    ['contains', contained],
    ['doesnotcontain', !contained],
  ]);
  const answer = answers.get(operator?.toLowerCase() ?? '');
  return answer === undefined ? 'maybe' : answer ? 'yes' : 'no';
}

/** Whether a rule holds for each alert of a vault; one with a schedule holds at times. */
function appliesTo(vaultId: string, { scopes, conditions, schedule }: AlertRule): Answer {
  if (!(scopes ?? []).some((scope) => isWithin(vaultId, scope))) return 'no';
  const known = knownOf(vaultId);
  const always: Answer = schedule == null ? 'yes' : 'maybe';
  return (conditions ?? []).map((condition) => holds(condition, known)).reduce(both, always);
}

/** Whether somebody is in a group; of one that is not seen nobody knows. */
function hasReceivers(group: ActionGroup | undefined): Answer {
  if (group === undefined) return 'maybe';
  if (group.enabled === false) return 'no';
  const receivers = Object.entries(group).flatMap(([name, value]) => (name.endsWith('Receivers') && Array.isArray(value) ? value : []));
  return receivers.some((one: unknown) => !isUnsubscribed(one)) ? 'yes' : 'no';
}

const receiver = z.object({ status: text });
const isUnsubscribed = (one: unknown) => receiver.safeParse(one).data?.status === 'Disabled';

interface Monitored {
  vaultId: string;
  /** Azure's word for whether a failed job raises an alert; null where the vault does not say. */
  jobFailures: string | null;
}

/**
 * Whom alerts of a vault reach, by the rules and groups that are seen; groups by the key of their ARM id. A rule that takes groups away
 * goes before those that add some. Source: https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-processing-rules
 */
export function reachOf(
  { vaultId, jobFailures }: Monitored,
  rules: readonly (AlertRule & { name: string })[],
  groups: ReadonlyMap<string, ActionGroup>,
): Pick<VaultAlerts, 'state' | 'rules' | 'groups'> {
  const applying = rules.flatMap((rule) => {
    const applies = appliesTo(vaultId, rule);
    return rule.enabled === false || applies === 'no' ? [] : [{ rule, applies }];
  });
  const does = (actionType: string) => applying.filter(({ rule }) => rule.actions?.some((action) => action.actionType === actionType));
  const takesAway = either(does('RemoveAllActionGroups').map(({ applies }) => applies));
  const idsOf = ({ actions }: AlertRule) => (actions ?? []).flatMap(({ actionGroupIds }) => actionGroupIds ?? []);
  const reaches = either(
    does('AddActionGroups').flatMap(({ rule, applies }) => idsOf(rule).map((id) => both(applies, hasReceivers(groups.get(idKey(id)))))),
  );
  const named = new Set(applying.flatMap(({ rule }) => idsOf(rule)).map((id) => nameOf(id)));
  return { state: stateOf(jobFailures, takesAway, reaches), rules: applying.map(({ rule }) => rule.name), groups: [...named] };
}

function stateOf(jobFailures: string | null, takesAway: Answer, reaches: Answer): VaultAlerts['state'] {
  if (jobFailures?.toLowerCase() === 'disabled') return 'off';
  if (takesAway === 'yes') return 'suppressed';
  if (reaches === 'no') return 'nobody';
  return reaches === 'yes' && takesAway === 'no' && jobFailures !== null ? 'reached' : 'unsure';
}
