import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { api } from '../../api/api';
import { isPolicyName } from '../../api/known-ids';
import { translated } from '../../api/problem-error';
import { itemsQuery, policiesQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useLeadOn } from '../../blades/use-lead-on';
import { useText } from '../../language/use-text';
import { notify } from '../../notifications/notifications';
import { map } from '../../map/map';
import { paths, usePolicyName, useVaultPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { titles } from '../../map/map';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { CommandButton } from '../../azure/commands/command-button';
import { messages } from './messages';
import { usePolicy } from './use-policy';

/** Deletes a policy that nothing uses; else says what does. */
export default function DeletePolicy() {
  const text = useText();
  const path = useVaultPath();
  const name = usePolicyName();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const { policy, isPending, error, refetch, absence } = usePolicy();
  const barred = useBarred(path);
  const items = useQuery(itemsQuery(path));
  const users = items.data?.filter(({ policyName }) => policyName?.toLowerCase() === name.toLowerCase()) ?? [];

  const remove = useMutation({
    mutationFn: async () => {
      if (isPolicyName(name)) await translated(api.policies.delete({ ...path, policyName: name }));
    },
    onSuccess() {
      const { queryKey } = policiesQuery(path);
      notify({ title: text(messages.deleted, { name }), intent: 'success' });
      flushSync(() => void leadOn(paths.policies(path)));
      client.setQueryData(queryKey, (known) => known?.filter((each) => each.name !== policy?.name));
      void client.invalidateQueries({ queryKey });
    },
    // Somebody has begun to use it: the list of users is no longer right.
    onError: () => void items.refetch(),
  });

  const lacking = barred(map.deletePolicy.step);
  const reason = () => {
    if (absence !== undefined) return absence;
    if (lacking !== undefined) return lacking;
    const unread = whyNotRead({ data: policy, error }, items);
    if (unread !== undefined) return text(unread);
    if (users.length > 0) return text(messages.stillInUse);
    return remove.isPending ? text(messages.deleting) : undefined;
  };
  return (
    <Blade
      title={text(titles.deletePolicy)}
      subtitle={name}
      busy={isPending || items.isPending || remove.isPending}
      problem={remove.error ?? error ?? items.error}
      onRefresh={() => {
        void refetch();
        void items.refetch();
      }}
      footer={
        <CommandButton
          isBarred={users.length > 0 || policy === undefined || lacking !== undefined}
          reason={reason()}
          failed={remove.error}
          onClick={() => remove.mutate()}
        >
          {text(messages.delete)}
        </CommandButton>
      }
    >
      {policy !== undefined && items.data !== undefined && users.length === 0 && <p>{text(messages.deleteMeans, { name })}</p>}
      {users.length > 0 && (
        <InfoBox>
          <p>{text(messages.inUse, { count: users.length })}</p>
          <h3>{text(messages.usedByHeading)}</h3>
          <ul>
            {users.map(({ id, name, resourceGroup }) => (
              <li key={id}>
                <TextLink to={paths.item({ ...path, vmGroup: resourceGroup, vmName: name })}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </InfoBox>
      )}
    </Blade>
  );
}
