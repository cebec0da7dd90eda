import { makeStyles, tokens } from '@fluentui/react-components';
import type { MissingRights, StepNeed, StepRights } from '@tresor/contracts';
import { STEPS } from '@tresor/support-matrix';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { SourceLine } from '../../../ui/feedback/source-line';
import { messages as rightsMessages } from '../../../azure/rights/messages';
import { useReach } from '../../../azure/rights/use-reach';
import { scopeName } from '../../../words/scope-name';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { messages } from './messages';

const useStyles = makeStyles({
  list: { margin: '4px 0', padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  line: { margin: '4px 0', fontSize: tokens.fontSizeBase200 },
});

/** Each right that a step needs, held or missing and where, and the smallest role that would give what is missing. */
export function StepDetails({ rights }: { rights: StepRights }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const reachOf = useReach();
  const source = STEPS.find(({ id }) => id === rights.step)?.source;
  const given = rights.missing.flatMap(({ scope, takesEffectBy }) => (takesEffectBy === null ? [] : [scope]));
  const named = (ids: readonly string[]) => format.list(ids.map((scope) => scopeName(scope, text)));
  const heldWords = ({ groups }: StepNeed) =>
    groups.length === 0 ? text(messages.held) : text(messages.heldByGroup, { groups: format.list(groups) });
  const words = (need: StepNeed) => {
    if (need.missingAt.length > 0) {
      const isGiven = need.missingAt.every((scope) => given.includes(scope));
      return text(isGiven ? messages.given : messages.missing, { scopes: named(need.missingAt) });
    }
    if (need.hiddenAt.length === 0) return heldWords(need);
    return need.place === 'guard' ? text(messages.guardUnseen) : text(messages.hidden, { scopes: named(need.hiddenAt) });
  };
  const remedy = (missing: MissingRights) => {
    const { scope, actions, eligible, takesEffectBy } = missing;
    const place = scopeName(scope, text);
    if (takesEffectBy !== null) return text(rightsMessages.takesEffect, { scope: place, moment: format.dateTime(takesEffectBy) });
    const { roles, never } = reachOf(missing);
    if (never.length > 0) return text(rightsMessages.ofCustomer, { scope: place, actions: format.list(never) });
    const smallest =
      roles.length > 0
        ? text(messages.role, { scope: place, roles: format.list(roles) })
        : text(messages.noRole, { scope: place, actions: format.list(actions) });
    const activation = eligible.map((one) => text(rightsMessages.eligible, { role: one.role, scope: scopeName(one.scope, text) }));
    return [smallest, ...activation].join(' ');
  };
  return (
    <>
      <ul className={styles.list}>
        {rights.needs
          .filter(({ asked }) => asked > 0)
          .map((need) => (
            <li key={`${need.place} ${need.action}`}>
              <StatusBadge status={need.missingAt.length > 0 ? 'warning' : need.hiddenAt.length > 0 ? 'unknown' : 'success'}>
                {need.action}: {words(need)}
              </StatusBadge>
            </li>
          ))}
      </ul>
      {rights.missing.map((missing) => (
        <p key={missing.scope} className={styles.line}>
          {remedy(missing)}
        </p>
      ))}
      {source !== undefined && <SourceLine source={source} />}
    </>
  );
}
