import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Blade } from '../../../blades/blade';
import { useCloseBlade } from '../../../blades/use-close-blade';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import type { PolicyDraftHandle } from '../../../kept/use-backup-draft';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { useVaultPath } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import type * as ZoneTable from '../../../language/zone-table';
import { PlainButton } from '../../../ui/actions/buttons';
import { CommandButton } from '../../../azure/commands/command-button';
import { FaultProvider } from './fault-context';
import { FaultSummary } from './fault-summary';
import { FormCalendar } from './form-calendar';
import { messages } from '../messages';
import { RetentionFields } from './retention-fields';
import { ScheduleFields } from './schedule-fields';
import { SnapshotField } from './snapshot-field';
import { useFormFaults } from './use-form-faults';
import { useKeptForm } from './use-kept-form';
import type { SavePolicy } from './use-save-policy';

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
  /** Why this form cannot be sent; asked of what is entered. */
  barredBy?: (form: PolicyForm) => Message | undefined;
  /** Stands below the fields. */
  children?: ReactNode;
}

/** Everything that a policy says, to be entered or changed, and the calendar of what follows from it. */
export function PolicyFormBlade({ title, subtitle, zones, initial, isNew, draft, save, words, barredBy, children }: PolicyFormBladeProps) {
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
  const unready = save.isPending ? words.sending : barredBy?.(draft.form ?? initial);
  const reason = (unready && text(unready)) ?? barred('write-policy');

  return (
    <Blade
      title={title}
      subtitle={subtitle}
      size="medium"
      busy={save.isPending}
      problem={save.problem}
      footer={
        <>
          <CommandButton reason={reason} onClick={() => (show() ? undefined : save.send(form.getValues()))}>
            {text(words.submit)}
          </CommandButton>
          <PlainButton onClick={discard}>{text(messages.discard)}</PlainButton>
        </>
      }
    >
      <FormProvider {...form}>
        <FaultProvider value={faults}>
          {faults.length > 0 && <FaultSummary key={tried} faults={faults} />}
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
