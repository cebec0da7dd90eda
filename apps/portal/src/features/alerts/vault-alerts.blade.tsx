import { Code20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { VaultAlerts as Row } from '@tresor/contracts';
import { useMemo } from 'react';
import { vaultAlertsQuery } from '../../api/queries';
import { EstateNotes } from '../../azure/estate/estate-notes';
import { ListNote } from '../../azure/estate/list-note';
import { messages as estateMessages } from '../../azure/estate/messages';
import { saidOf, useEstateScope } from '../../azure/estate/use-estate-scope';
import { isSilent, isUncertain } from '../../azure/estate/silent-vaults';
import { ListBlade } from '../../blades/list-blade';
import { useSaveCommands } from '../../blades/use-save-commands';
import { whyNotRead } from '../../blades/why-not-read';
import { useSubscriptionName } from '../../azure/estate/use-subscription-name';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { InfoBox } from '../../ui/feedback/info-box';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useAddressChoice, useLinkWithChoices } from '../../ui/fields/use-address-choice';
import type { TableColumn } from '../../ui/table/table-types';
import type { Status } from '../../words/status';
import { messages, states } from './messages';
import { NarrowingField } from '../../ui/table/narrowing';

const NONE: readonly never[] = [];

const LOOK: Readonly<Record<Row['state'], Status>> = {
  reached: 'success',
  unsure: 'unknown',
  nobody: 'warning',
  suppressed: 'warning',
  off: 'warning',
  unseen: 'unknown',
};

function useColumns(): readonly TableColumn<Row>[] {
  const text = useText();
  const subscriptionName = useSubscriptionName();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: Row) => string, width = 1): TableColumn<Row> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const listed = (found: readonly string[]) => (found.length === 0 ? text(messages.none) : found.join(', '));
    return [
      column('vault', text(messages.vault), ({ vault }) => vault.vaultName),
      {
        ...column('state', text(messages.state), ({ state }) => text(states[state]), 1.5),
        cell: ({ state }) => <StatusBadge status={LOOK[state]}>{text(states[state])}</StatusBadge>,
      },
      column('rules', text(messages.rules), ({ rules }) => listed(rules), 1.3),
      column('groups', text(messages.groups), ({ groups }) => listed(groups), 1.2),
      column('subscription', text(messages.subscription), ({ vault: { subscriptionId: id } }) => subscriptionName(id), 1.1),
    ];
  }, [text, subscriptionName]);
}

/** Of every vault whom its alerts reach, and the way to the script that mends what reaches nobody. */
export default function VaultAlerts() {
  const text = useText();
  const scope = useEstateScope();
  const list = useQuery(vaultAlertsQuery(scope.managementGroup));
  const columns = useColumns();
  const [asked, show] = useAddressChoice('show');
  const onlySilent = asked === 'silent';
  const all = list.data ?? NONE;
  const rows = useMemo(() => (onlySilent ? all.filter(isSilent) : all), [all, onlySilent]);
  const uncertain = onlySilent ? all.filter(isUncertain).length : 0;
  const withChoices = useLinkWithChoices();
  const complete = list.data !== undefined;
  const saving = useSaveCommands({ fileName: text(messages.fileName), columns, rows, complete, error: list.error });
  const whyNoScript = () => {
    const unread = whyNotRead(list);
    if (unread !== undefined) return text(unread);
    return all.some(isSilent) ? undefined : text(saidOf(scope, messages.noSilent, messages.noSilentHere));
  };
  return (
    <ListBlade
      id="vaultAlerts"
      savesFilters
      query={list}
      commands={[
        {
          id: 'script',
          label: text(messages.script),
          icon: <Code20Regular />,
          href: withChoices(paths.alertScript()),
          reason: whyNoScript(),
        },
        ...saving.commands,
      ]}
      filterLabel={text(messages.filter)}
      tools={
        <NarrowingField
          label={text(messages.show)}
          value={onlySilent ? 'silent' : ''}
          onChange={(_, { value }) => show(value)}
          options={[
            { value: '', label: text(messages.all) },
            { value: 'silent', label: text(messages.silent) },
          ]}
        />
      }
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={({ vault }) => Object.values(vault).join('/')}
      rowName={({ vault }) => vault.vaultName}
      href={({ vault }) => paths.vault(vault)}
      empty={text(all.length === 0 ? saidOf(scope, messages.empty, messages.emptyInGroup) : messages.emptyFilter)}
    >
      <EstateNotes scope={scope} />
      {uncertain > 0 && <InfoBox>{text(estateMessages.silentUncertain, { uncertain })}</InfoBox>}
      <ListNote>{text(messages.about)}</ListNote>
    </ListBlade>
  );
}
