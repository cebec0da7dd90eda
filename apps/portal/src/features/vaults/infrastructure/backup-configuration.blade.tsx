import { Dismiss20Regular, Save20Regular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { vaultConfigurationQuery, vaultQuery } from '../../../api/queries';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { map } from '../../../map/map';
import { paths, useVaultPath } from '../../../map/paths';
import { GuardNotice } from '../../../azure/guard/guard-notice';
import { useBarred } from '../../../azure/rights/use-barred';
import { titles } from '../../../map/map';
import { ReasonField } from '../../../azure/commands/reason-field';
import { useSending } from '../../../azure/commands/use-sending';
import { type ConfigurationChange, realChange } from './configuration-change';
import { ConfigurationFields } from './configuration-fields';
import { messages } from '../setup/messages';

/** How a vault keeps its data: the second prerequisite of the article. */
export default function BackupConfiguration() {
  const text = useText();
  const path = useVaultPath();
  const client = useQueryClient();
  const { data: present, error, isFetching, refetch } = useQuery(vaultConfigurationQuery(path));
  const [wanted, setWanted] = useState<ConfigurationChange>({});
  const barredFrom = useBarred(path);
  const barred = barredFrom(map.configuration.step);
  const change = present ? realChange(wanted, present) : {};
  const turnsOff = change.softDelete === 'Disabled';
  const changed = Object.keys(change).length > 0;

  const save = useMutation({
    mutationFn: () => translated(api.vaults.configure({ ...path, ...change })),
    onSuccess(saved) {
      // What was chosen while this was on its way is not saved yet.
      setWanted((now) => realChange(now, saved));
      client.setQueryData(vaultConfigurationQuery(path).queryKey, saved);
      void client.invalidateQueries({ queryKey: vaultQuery(path).queryKey });
      notify({ title: text(messages.saved, { name: path.vaultName }), intent: 'success', href: paths.configuration(path) });
    },
    // Something may have been protected meanwhile, which settles the replication.
    onError: () => void refetch(),
  });

  const notNow = changed ? undefined : text(messages.unchanged);
  const saving = save.isPending ? text(messages.saving) : undefined;
  const order = useSending({
    send: () => save.mutate(),
    reason: saving ?? barred ?? (turnsOff ? barredFrom('turn-off-soft-delete') : undefined) ?? notNow,
    failed: save.error,
    entries: change,
  });
  return (
    <Blade
      title={text(titles.configuration)}
      subtitle={path.vaultName}
      busy={isFetching || save.isPending}
      problem={save.error ?? error}
      dirty={changed}
      onRefresh={() => void refetch()}
      commands={[
        {
          id: 'save',
          label: text(messages.save),
          icon: <Save20Regular />,
          onClick: order.send,
          reason: order.reason,
        },
        {
          id: 'discard',
          label: text(messages.discard),
          icon: <Dismiss20Regular />,
          onClick: () => setWanted({}),
          reason: saving ?? notNow,
        },
      ]}
    >
      {present !== undefined && (
        <ConfigurationFields
          path={path}
          present={present}
          wanted={wanted}
          barred={barred}
          onChange={(next) => setWanted({ ...wanted, ...next })}
        />
      )}
      {turnsOff && <GuardNotice path={path} step="turn-off-soft-delete" />}
      {order.again}
      {changed && barred === undefined && <ReasonField />}
    </Blade>
  );
}
