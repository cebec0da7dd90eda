import { makeStyles, tokens } from '@fluentui/react-components';
import type { Grant, KeyVaultDetails, KeyVaultPath } from '@tresor/contracts';
import { useState } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { focusInPlace } from '../../../ui/focus-on-arrival';
import { Disclosure } from '../../../ui/layout/disclosure';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { QuestionBox } from '../../../ui/feedback/question-box';
import { CommandButton } from '../../../azure/commands/command-button';
import { BeforeAfter } from './before-after';
import { historyMessages as messages } from './messages';
import { useUndo } from './use-grant';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  line: { margin: '2px 0' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
});

/** Who gave access here, when, what, and the way back. */
export function History({ path, details }: { path: KeyVaultPath; details: KeyVaultDetails }) {
  const styles = useStyles();
  const text = useText();
  const { grants } = details;
  if (grants.length === 0) return <p className={styles.line}>{text(messages.empty)}</p>;
  return (
    <ul className={styles.list}>
      {grants.map((grant) => (
        <Entry key={grant.grantId} path={path} grant={grant} missing={details.missingToGrant} />
      ))}
    </ul>
  );
}

function Entry({ path, grant, missing }: { path: KeyVaultPath; grant: Grant; missing: readonly string[] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const [asking, setAsking] = useState<boolean>();
  const undo = useUndo(path);
  // Somebody else may have changed the access while this is asked.
  const isAsking = asking === true && grant.undo === 'possible';
  const moment = format.dateTime(grant.at);
  const whyNot = () => {
    if (grant.undo === 'changed') return text(messages.changed);
    if (grant.undo === 'uncertain') return text(messages.uncertain);
    return missing.length > 0 ? text(messages.mayNot, { actions: format.list(missing) }) : undefined;
  };
  const reason = whyNot();
  const undoing = undo.isPending ? text(messages.undoing) : undefined;
  return (
    <li className={styles.entry}>
      <p className={styles.line}>{text(messages.entry, { ...grant.by, moment })}</p>
      <p className={styles.line}>
        {grant.roleName === null
          ? text(messages.policy, { permissions: grant.permissions.join(', ') })
          : text(messages.role, { role: grant.roleName })}
      </p>
      {grant.after !== null && (
        <Disclosure label={text(messages.details)} name={text(messages.detailsOf, { moment })}>
          <BeforeAfter before={grant.before} after={grant.after} />
        </Disclosure>
      )}
      {undo.error !== null && <ProblemBar problem={undo.error} />}
      {grant.undone !== null && (
        <p className={styles.line}>{text(messages.undoneBy, { name: grant.undone.by.name, moment: format.dateTime(grant.undone.at) })}</p>
      )}
      {grant.undo !== 'undone' && !isAsking && (
        <div className={styles.buttons}>
          <PlainButton {...(asking !== undefined && { ref: focusInPlace })} onClick={() => setAsking(true)} reason={reason}>
            {text(messages.undo)}
          </PlainButton>
          {reason !== undefined && <span>{reason}</span>}
        </div>
      )}
      {isAsking && (
        <QuestionBox question={text(messages.undoQuestion)} onNo={undoing === undefined ? () => setAsking(false) : undefined}>
          <div className={styles.buttons}>
            <CommandButton
              onClick={() => undo.mutate(grant.grantId)}
              reason={undoing}
              failed={undo.error}
              beside={
                <PlainButton onClick={() => setAsking(false)} reason={undoing}>
                  {text(messages.undoNo)}
                </PlainButton>
              }
            >
              {text(messages.undoYes)}
            </CommandButton>
          </div>
        </QuestionBox>
      )}
    </li>
  );
}
