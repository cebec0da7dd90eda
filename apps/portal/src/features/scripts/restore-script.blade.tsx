import type { Restore } from '@tresor/contracts';
import { RESTORE_STEPS, type RestoreStep } from '@tresor/scripts';
import { useNavigate, useParams } from 'react-router';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { paths, useJobId, useVaultPath } from '../../map/paths';
import { SelectField } from '../../ui/fields/fields';
import { useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { stepTitles } from '../../words/restore-steps';
import { messages } from './messages';
import { ScriptBlade } from './script-blade';
import { useRestoreScript } from './use-restore-script';

type Step = RestoreStep | 'journey';

const STEPS: Record<Step, Message> = { journey: messages.journey, ...stepTitles };
const ALL: readonly Step[] = ['journey', ...RESTORE_STEPS];

/** Steps that plain disks do without. */
const OF_ENCRYPTED: readonly Step[] = ['keys', 'encryption', 'after-care'];

/** Steps that name the key vault into which what is missing goes. */
const INTO_KEY_VAULT: readonly Step[] = ['journey', 'keys', 'machine', 'encryption'];

const isDone = ({ steps }: Restore, wanted: RestoreStep) => steps.some(({ step, state }) => step === wanted && state === 'done');

/** The step that must be done before this one. */
const stepBefore = (restore: Restore, step: Step): RestoreStep | undefined =>
  step === 'journey' ? undefined : RESTORE_STEPS.slice(0, RESTORE_STEPS.indexOf(step)).find((before) => !isDone(restore, before));

/** The restore, whole or one step of it, as a script that is filled with its real values. */
export default function RestoreScript() {
  const text = useText();
  const navigate = useNavigate();
  const withChoices = useLinkWithChoices();
  const path = useVaultPath();
  const jobId = useJobId();
  const params = useParams();
  const step = ALL.find((each) => each === params['step']) ?? 'journey';
  const { restore, values, keyVaults, keyVault, setKeyVault, busy, problem } = useRestoreScript();

  const notes = () => {
    if (restore === undefined) return [];
    const before = stepBefore(restore, step);
    return [
      ...((step === 'disks' || step === 'journey') && isDone(restore, 'disks') ? [text(messages.again)] : []),
      ...(before === undefined ? [] : [text(messages.earlier, { step: text(STEPS[before]) })]),
      text(messages.stops),
    ];
  };
  const isPlain = restore?.encrypted === false && OF_ENCRYPTED.includes(step);
  const nothing = () => {
    if (restore?.next.kind === 'removed') return text(messages.removed);
    return isPlain ? text(messages.notNeeded) : undefined;
  };
  const asksForKeyVault = keyVaults.length > 0 && INTO_KEY_VAULT.includes(step);
  // The key vault that is chosen for one step is that of the others.
  const go = (next: Step) => void navigate(withChoices(paths.restoreScript(path, jobId, next)));

  return (
    <ScriptBlade
      purpose={text(STEPS[step])}
      subtitle={restore?.vmName}
      busy={busy}
      problem={problem}
      fileName={`${restore?.vmName ?? ''}-${step}`}
      wanted={typeof values === 'object' ? { of: 'restore', step, values } : values}
      nothing={nothing()}
      notes={notes()}
    >
      <SelectField
        label={text(messages.step)}
        value={step}
        onChange={(_, { value }) => go(ALL.find((each) => each === value) ?? 'journey')}
        options={ALL.map((value) => ({ value, label: text(STEPS[value]) }))}
      />
      {asksForKeyVault && (
        <SelectField
          label={text(messages.keyVault)}
          value={keyVault?.id ?? ''}
          onChange={(_, { value }) => setKeyVault(value)}
          options={keyVaults.map(({ id, name, isNew }) => ({ value: id, label: isNew ? text(messages.newKeyVault, { name }) : name }))}
        />
      )}
    </ScriptBlade>
  );
}
