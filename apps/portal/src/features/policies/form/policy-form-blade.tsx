import type { ReactNode } from 'react';
import { FormProvider, useForm, useFormContext, useWatch, type UseFormReturn } from 'react-hook-form';
import { POLICY_LIMITS, snapshotDays } from '@tresor/support-matrix';
import { useEffect } from 'react';
import { Blade } from '../../../blades/blade';
import { useCloseBlade } from '../../../blades/use-close-blade';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import type { PolicyDraftHandle } from '../../../kept/use-backup-draft';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { useVaultPath } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import type * as ZoneTable from '../../../language/zone-table';
import { PlainButton } from '../../../ui/actions/buttons';
import { CommandButton } from '../../../azure/commands/command-button';
import { FaultProvider, fieldId, useFault } from './fault-context';
import { FaultSummary } from './fault-summary';
import { FormCalendar } from './form-calendar';
import { messages } from '../messages';
import { RetentionFields } from './retention-fields';
import { ScheduleFields } from './schedule-fields';
import { useFormFaults } from './use-form-faults';
import type { SavePolicy } from './use-save-policy';
import { useEdition } from '../../../kept/edition';
import { TextField } from '../../../ui/fields/fields';
import { scheduleOf, snapshotDaysOf } from './policy-form';

interface PolicyFormBladeProps {
  title: string;
  subtitle: string;
  zones: typeof ZoneTable;
  /** What the form shows when nothing was entered. */
  initial: PolicyForm;
  isNew: boolean;
  draft: PolicyDraftHandle;
  save: SavePolicy;
  words: { submit: Message; sending: Message };
  /** Why nothing can be sent, whatever is entered. */
  closed?: string | undefined;
  /** Why this form cannot be sent; asked of what is entered. */
  barredBy?: (form: PolicyForm) => Message | undefined;
  /** The step that sending this form is; asked of what is entered. */
  stepOf?: (form: PolicyForm) => 'write-policy' | 'weaken-policy';
  /** Stands below the fields. */
  children?: ReactNode;
}

/** How long snapshots stay beside the disks; in January 2017 there was nothing to choose. */
function SnapshotField() {
  const text = useText();
  const edition = useEdition();
  const { control, setValue } = useFormContext<PolicyForm>();
  const form = useWatch({ control, compute: (form: PolicyForm) => form });
  const fault = useFault('snapshotDays');
  const { min, max } = snapshotDays(form.kind, scheduleOf(form));
  if (POLICY_LIMITS[edition].kinds.length === 1 && fault === undefined) return null;
  const isFixed = min === max;
  return (
    <TextField
      id={fieldId('snapshotDays')}
      label={text(messages.snapshotDays)}
      hint={text(isFixed ? messages.snapshotFixed : messages.snapshotRange, { min, max })}
      error={fault}
      value={isFixed ? String(min) : (form.snapshotDays ?? String(snapshotDaysOf(form)))}
      onChange={(_, { value }) => setValue('snapshotDays', value)}
      readOnly={isFixed}
      inputMode="numeric"
      autoComplete="off"
      maxLength={2}
    />
  );
}

/** Every change of the form goes into the draft, so that closing the blade or reloading the page loses nothing. */
function useKeptForm({ subscribe }: UseFormReturn<PolicyForm>, keep: (form: PolicyForm) => void): void {
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => keep(structuredClone(values)) }), [subscribe, keep]);
}

/** Everything that a policy says, to be entered or changed, and the calendar of what follows from it. */
export function PolicyFormBlade(props: PolicyFormBladeProps) {
  const { title, subtitle, zones, initial, isNew, draft, save, words, closed, barredBy, stepOf, children } = props;
  const text = useText();
  const close = useCloseBlade();
  const barred = useBarred(useVaultPath());
  const form = useForm<PolicyForm>({ defaultValues: draft.form ?? initial });
  useKeptForm(form, draft.keep);
  const { faults, show, tried } = useFormFaults(form, save.refusal);

  const discard = () => {
    draft.discard();
    close();
  };
  const entered = draft.form ?? initial;
  const unready = save.isPending ? words.sending : barredBy?.(entered);
  const never = closed ?? barred(stepOf?.(entered) ?? map.newPolicy.step);
  const reason = (unready && text(unready)) ?? never;

  return (
    <Blade
      title={title}
      subtitle={subtitle}
      busy={save.isPending}
      problem={save.problem}
      footer={
        <CommandButton
          isBarred={never !== undefined}
          reason={reason}
          failed={save.problem}
          entries={entered}
          onClick={() => (show() ? undefined : save.send(form.getValues()))}
          beside={<PlainButton onClick={discard}>{text(messages.discard)}</PlainButton>}
        >
          {text(words.submit)}
        </CommandButton>
      }
    >
      <FormProvider {...form}>
        <FaultProvider value={faults}>
          {tried > 0 && faults.length > 0 && <FaultSummary key={tried} faults={faults} />}
          <form onSubmit={(event) => event.preventDefault()} noValidate>
            <ScheduleFields zones={zones} isNew={isNew} />
            <SnapshotField />
            <RetentionFields />
          </form>
          {children}
          <FormCalendar />
        </FaultProvider>
      </FormProvider>
    </Blade>
  );
}
