import { useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Blade } from '../../blades/blade';
import { useCloseBlade } from '../../blades/use-close-blade';
import type { PolicyForm } from '../../drafts/new-policy-draft';
import { useNewPolicyDraft } from '../../drafts/use-backup-draft';
import { useText } from '../../i18n/use-text';
import { useVaultPath } from '../../paths';
import { useBarred } from '../../rights/use-barred';
import { FooterButton, PlainButton } from '../../ui/buttons';
import type * as ZoneTable from '../../time-zones/zone-table';
import { FaultProvider } from './fault-context';
import { FaultSummary } from './fault-summary';
import { messages } from './messages';
import { freshForm } from './policy-form';
import { RetentionFields } from './retention-fields';
import { ScheduleFields } from './schedule-fields';
import { useCreatePolicy } from './use-create-policy';
import { useFormFaults } from './use-form-faults';
import { useKeptForm } from './use-kept-form';

export function PolicyFormBlade({ zones }: { zones: typeof ZoneTable }) {
  const text = useText();
  const path = useVaultPath();
  const close = useCloseBlade();
  const kept = useNewPolicyDraft(path);
  const fresh = useMemo(() => freshForm(zones.windowsOf(zones.browserZone())), [zones]);
  const form = useForm<PolicyForm>({ defaultValues: kept.form ?? fresh });
  useKeptForm(form, kept.keep);

  const create = useCreatePolicy(path);
  const barred = useBarred(path);
  const { faults, show, tried } = useFormFaults(form, create.refusal);

  const discard = () => {
    kept.discard();
    close();
  };

  return (
    <Blade
      title={text(messages.newTitle)}
      subtitle={path.vaultName}
      size="medium"
      busy={create.isPending}
      problem={create.problem}
      footer={
        <>
          <FooterButton
            reason={create.isPending ? text(messages.creating) : barred('write-policy')}
            onClick={() => (show() ? undefined : create.send(form.getValues()))}
          >
            {text(messages.create)}
          </FooterButton>
          <PlainButton onClick={discard}>{text(messages.discard)}</PlainButton>
        </>
      }
    >
      <FormProvider {...form}>
        <FaultProvider value={faults}>
          {faults.length > 0 && <FaultSummary key={tried} faults={faults} />}
          <form onSubmit={(event) => event.preventDefault()} noValidate>
            <ScheduleFields zones={zones} />
            <RetentionFields />
          </form>
        </FaultProvider>
      </FormProvider>
    </Blade>
  );
}
