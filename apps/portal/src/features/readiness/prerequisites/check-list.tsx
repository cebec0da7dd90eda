import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { AllNames } from '../../../ui/layout/all-names';
import { useText } from '../../../language/use-text';
import { SourceLine } from '../../../ui/feedback/source-line';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { TextLink } from '../../../ui/actions/text-link';
import { pageMessages as messages } from './check-messages';
import { type Check, CHECK_STATES, type CheckState } from './checks';

const STATUS: Readonly<Record<CheckState, Status>> = { blocks: 'error', warning: 'warning', unknown: 'unknown', done: 'success' };

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  check: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, breakInside: 'avoid', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  details: { paddingLeft: '22px' },
  line: { margin: '3px 0' },
});

/** All checks in one list, what prevents the backup first. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const styles = useStyles();
  const text = useText();
  const groups = CHECK_STATES.map((state) => ({ state, checks: checks.filter((check) => check.state === state) }));
  return groups
    .filter(({ checks }) => checks.length > 0)
    .map(({ state, checks }) => (
      <section key={state} aria-labelledby={`checks-${state}`}>
        <h3 id={`checks-${state}`} className={styles.heading}>
          {text(messages[state], { count: checks.length })}
        </h3>
        <ul className={styles.list}>
          {checks.map((check) => (
            <CheckEntry key={check.id} check={check} />
          ))}
        </ul>
      </section>
    ));
}

function CheckEntry({ check: { state, title, proof, source, remedy } }: { check: Check }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <li className={styles.check}>
      <StatusBadge status={STATUS[state]}>
        <span className={styles.title}>{text(title.message, title.values)}</span>
      </StatusBadge>
      <div className={styles.details}>
        {proof.map(({ message, values, names = [] }) => (
          <Fragment key={message.en}>
            <p className={styles.line}>{text(message, { ...values, names: namedFew(names, format, text) })}</p>
            <AllNames names={names} />
          </Fragment>
        ))}
        {remedy !== null && (
          <p className={styles.line}>
            <TextLink to={remedy.to}>{text(remedy.label.message, remedy.label.values)}</TextLink>
          </p>
        )}
        {source !== null && <SourceLine source={source} />}
      </div>
    </li>
  );
}
