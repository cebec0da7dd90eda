import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@tresor/contracts';
import { useMemo } from 'react';
import { api } from '../../../api/api';
import { useVaultGone } from '../../../azure/vaults/use-vault-gone';
import { Blade } from '../../../blades/blade';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useNewPolicyDraft } from '../../../kept/use-backup-draft';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { paths, useVaultPath } from '../../../map/paths';
import { zoneTableQuery } from '../../../language/use-zone';
import type * as ZoneTable from '../../../language/zone-table';
import { titles } from '../../../map/map';
import { messages } from '../messages';
import { freshForm } from './policy-form';
import { PolicyFormBlade } from './policy-form-blade';
import { useNoMorePolicies } from '../use-no-more-policies';
import { useSavePolicy } from './use-save-policy';

interface NewPolicyProps {
  onCreated?: (policy: Policy) => void;
}

/** The form of a new policy, in the wizard and beside the list. */
export function NewPolicy(props: NewPolicyProps) {
  const text = useText();
  const { data: zones, error } = useQuery(zoneTableQuery());
  const path = useVaultPath();
  const problem = useVaultGone(path) ?? error;
  if (zones === undefined || problem !== null)
    return <Blade title={text(titles.newPolicy)} subtitle={path.vaultName} busy={problem === null} problem={problem} />;
  return <NewPolicyForm {...props} zones={zones} />;
}

function NewPolicyForm({ onCreated, zones }: NewPolicyProps & { zones: typeof ZoneTable }) {
  const text = useText();
  const path = useVaultPath();
  const leadOn = useLeadOn();
  const draft = useNewPolicyDraft(path);
  const fresh = useMemo(() => freshForm(zones.windowsOf(zones.browserZone())), [zones]);
  const save = useSavePolicy(
    path,
    draft,
    (policy) => api.policies.create({ ...path, policy }),
    (created, isDone) => {
      onCreated?.(created);
      notify({
        title: text(messages.created, { name: created.name }),
        intent: 'success',
        href: paths.policy({ ...path, policyName: created.name }),
      });
      if (isDone) void leadOn('..');
    },
  );
  const full = useNoMorePolicies(path);
  return (
    <PolicyFormBlade
      title={text(titles.newPolicy)}
      subtitle={path.vaultName}
      zones={zones}
      initial={fresh}
      isNew
      draft={draft}
      save={save}
      words={{ submit: messages.create, sending: messages.creating }}
      closed={full}
    />
  );
}
