import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import { planOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { paths, usePolicyName, useVaultPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { useEdition } from '../../kept/edition';
import { useIanaZone } from '../../language/use-zone';
import { titles } from '../../map/map';
import { CalendarSection } from './calendar-section';
import { messages } from './messages';
import { PolicyDetails } from './policy-details';
import { usePolicy } from './use-policy';
import { whyNotEdit } from './why-not';

/** What a policy does, and which points follow from it. */
export default function PolicyBlade() {
  const text = useText();
  const path = useVaultPath();
  const name = usePolicyName();
  const { policy, isPending, error, refetch, absence } = usePolicy();
  const edition = useEdition();
  const barred = useBarred(path);
  const zone = useIanaZone(policy?.timeZone);
  const plan = useMemo(() => {
    if (policy === undefined || zone === null) return null;
    const { schedule, retention, instantRestoreDays } = policy;
    return schedule && retention && planOf({ schedule, retention, instantRestoreDays: instantRestoreDays ?? 1 }, zone);
  }, [policy, zone]);

  const noEdit = whyNotRead({ data: policy, error }) ?? (policy && whyNotEdit(policy, edition));
  return (
    <Blade
      title={policy?.name ?? name}
      subtitle={text(titles.backupPolicy)}
      busy={isPending}
      problem={error}
      onRefresh={() => void refetch()}
      commands={[
        {
          id: 'edit',
          label: text(messages.edit),
          icon: <Edit20Regular />,
          href: paths.editPolicy({ ...path, policyName: name }),
          reason: absence ?? (noEdit && text(noEdit)) ?? barred(map.editPolicy.step),
        },
        {
          id: 'delete',
          label: text(messages.delete),
          icon: <Delete20Regular />,
          href: paths.deletePolicy({ ...path, policyName: name }),
          reason: absence ?? barred(map.deletePolicy.step),
        },
      ]}
    >
      {absence !== undefined && <p>{absence}</p>}
      {policy !== undefined && <PolicyDetails policy={policy} />}
      {plan !== null && <CalendarSection plan={plan} open />}
    </Blade>
  );
}
