import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api';
import { isPolicyName } from '../../api/known-ids';
import { itemQuery, policiesQuery, vaultOf } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { useItemPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { titles } from '../../map/map';
import { SelectField } from '../../ui/fields/fields';
import { CommandButton } from '../../azure/commands/command-button';
import { whyNot } from './item-commands';
import { messages as common, resumeMessages as messages } from './messages';
import { ItemOutcome } from './item-outcome';
import { useItemCommand } from './use-item-command';

export default function ResumeBackup() {
  const text = useText();
  const path = useItemPath();
  const item = useQuery(itemQuery(path));
  const policies = useQuery(policiesQuery(vaultOf(path)));
  const [chosen, choose] = useState<string | null>(null);
  const names = policies.data?.map(({ name }) => name) ?? [];
  // Somebody may have deleted it since.
  const policyName = names.find((name) => name === chosen) ?? null;

  const resume = useItemCommand(path, () => ({
    started: messages.started,
    ended: messages.ended,
    send: async (orderId) => {
      if (!isPolicyName(policyName)) throw new Error('Resuming needs a policy.');
      return api.items.resume({ ...path, orderId, policyName });
    },
  }));

  const barred = useBarred(vaultOf(path));
  const state = whyNotRead(item, policies) ?? (item.data && whyNot('resume', item.data));
  const never = state === undefined ? barred(map.resumeBackup.step) : text(state);
  const reason = () => {
    if (never !== undefined) return never;
    if (policyName === null) return text(names.length === 0 ? messages.noPolicy : messages.choosePolicy);
    return resume.isPending ? text(common.sending) : undefined;
  };

  return (
    <Blade
      title={text(titles.resumeBackup)}
      subtitle={path.vmName}
      busy={item.isPending || policies.isPending || resume.isPending}
      problem={resume.error ?? item.error ?? policies.error}
      onRefresh={() => {
        void item.refetch();
        void policies.refetch();
      }}
      footer={
        <CommandButton isBarred={never !== undefined} onClick={resume.run} reason={reason()} failed={resume.error} entries={policyName}>
          {text(titles.resumeBackup)}
        </CommandButton>
      }
    >
      <ItemOutcome path={path} command={resume} />
      <SelectField
        label={text(common.policy)}
        required
        value={policyName ?? ''}
        onChange={(_, { value }) => choose(value)}
        options={[
          // None is chosen beforehand: points that a policy does not keep go with the press of a button.
          ...(policyName === null ? [{ value: '', label: text(messages.choosePolicy) }] : []),
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        hint={text(messages.hint)}
      />
    </Blade>
  );
}
