import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@tresor/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { policiesQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useBackupDraft } from '../../kept/use-backup-draft';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { titles } from '../../map/map';
import { FooterButton } from '../../ui/actions/buttons';
import { SelectField } from '../../ui/fields/fields';
import { messages } from './messages';
import { PolicyDetails } from './policy-details';

/** No policy can have this name: a name starts with a letter. */
const CREATE_NEW = '+';

const useStyles = makeStyles({
  instructions: { marginTop: '14px' },
  summary: { padding: '3px 0', cursor: 'pointer', color: tokens.colorBrandForegroundLink },
});

/** The one chosen before, else the policy every vault starts with, else the first. */
function initialPolicy(policies: readonly Policy[], chosen: string | null): Policy | undefined {
  const named = (name: string | null) => policies.find((policy) => policy.name === name);
  return named(chosen) ?? named('DefaultPolicy') ?? policies[0];
}

export default function BackupPolicy() {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const path = useVaultPath();
  const { draft, choose } = useBackupDraft(path);
  const { data: policies = [], error, isPending } = useQuery(policiesQuery(path));
  const [picked, setPicked] = useState<{ name: string; instead: string | null }>();

  // A policy created meanwhile is chosen in the draft and goes before what was picked here earlier.
  const policy = initialPolicy(policies, picked?.instead === draft.policyName ? picked.name : draft.policyName);
  const options = [
    { value: CREATE_NEW, label: text(messages.createNew) },
    ...policies.map(({ name, kind }) => ({ value: name, label: kind === 'standard' ? name : text(messages.enhancedName, { name }) })),
  ];

  const pick = (name: string) => {
    if (name === CREATE_NEW) void navigate(paths.newPolicyInWizard(path));
    else setPicked({ name, instead: draft.policyName });
  };
  const whyNotOk = () => {
    if (isPending) return text(messages.stillLoading);
    return policy === undefined ? text(messages.okNeedsPolicy) : undefined;
  };
  const confirm = () => {
    if (policy === undefined) return;
    choose({ policyName: policy.name });
    void navigate(paths.selectMachines(path));
  };

  return (
    <Blade
      title={text(titles.backupPolicy)}
      busy={isPending}
      problem={error}
      footer={
        <FooterButton onClick={confirm} reason={whyNotOk()}>
          {text(messages.ok)}
        </FooterButton>
      }
    >
      {!isPending && error === null && (
        <>
          <SelectField
            label={text(messages.choose)}
            hint={text(messages.chooseHint)}
            options={policy === undefined ? [{ value: '', label: '' }, ...options] : options}
            value={policy?.name ?? ''}
            onChange={(_, { value }) => pick(value)}
          />
          {policy === undefined ? <p>{text(messages.noPolicies)}</p> : <Instructions styles={styles} />}
          {policy !== undefined && <PolicyDetails policy={policy} />}
        </>
      )}
    </Blade>
  );
}

function Instructions({ styles }: { styles: ReturnType<typeof useStyles> }) {
  const text = useText();
  return (
    <details className={styles.instructions}>
      <summary className={styles.summary}>{text(messages.instructions)}</summary>
      <p>{text(messages.instructionsText)}</p>
    </details>
  );
}
