import { useQuery } from '@tanstack/react-query';
import type { RestoreInVault } from '@tresor/contracts';
import { useMemo } from 'react';
import { allRestoresQuery } from '../../../api/restore-queries';
import { EstateNotes } from '../../../azure/estate/estate-notes';
import { ListNote } from '../../../azure/estate/list-note';
import { PairedNote } from '../../../azure/estate/paired-note';
import { saidOf, useEstateScope } from '../../../azure/estate/use-estate-scope';
import { ListBlade } from '../../../blades/list-blade';
import { useSaveCommands } from '../../../blades/use-save-commands';
import { useSubscriptionName } from '../../../azure/estate/use-subscription-name';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { useAddressChoice } from '../../../ui/fields/use-address-choice';
import type { TableColumn } from '../../../ui/table/table-types';
import { isRunning, statusWord } from '../../../words/job-words';
import { useWord } from '../../../words/use-word';
import { listMessages as messages } from '../messages';
import { useRestoreColumns } from './restore-columns';
import { NarrowingField } from '../../../ui/table/narrowing';

const NONE: readonly never[] = [];
/** As often as the jobs of all vaults. */
const LOOK_AGAIN_MS = 30_000;

const vaultOf = ({ vault }: RestoreInVault) => vault;

function usePlaceColumns(): readonly TableColumn<RestoreInVault>[] {
  const text = useText();
  const subscriptionName = useSubscriptionName();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: RestoreInVault) => string): TableColumn<RestoreInVault> => ({
      id,
      header,
      cell: read,
      text: read,
      width: 1.1,
    });
    return [
      column('vault', text(messages.vault), ({ vault }) => vault.vaultName),
      column('subscription', text(messages.subscription), ({ vault: { subscriptionId: id } }) => subscriptionName(id)),
    ];
  }, [text, subscriptionName]);
}

/** The restores of all vaults of all subscriptions, for anyone who goes on with one. */
export default function AllRestores() {
  const text = useText();
  const word = useWord();
  const scope = useEstateScope();
  const restores = useQuery({
    ...allRestoresQuery(scope.managementGroup),
    select: ({ restores }) => restores,
    refetchInterval: ({ state }) => (state.data?.restores.some(isRunning) === true ? LOOK_AGAIN_MS : false),
  });
  const total = useQuery({ ...allRestoresQuery(scope.managementGroup), select: ({ total }) => total }).data;
  const columns = useRestoreColumns(vaultOf, usePlaceColumns());
  const [asked, choose] = useAddressChoice('status');
  const all = restores.data ?? NONE;
  const statuses = useMemo(() => [...new Set(all.map(({ status }) => status))], [all]);
  const status = statuses.includes(asked) ? asked : '';
  const rows = useMemo(() => (status === '' ? all : all.filter((one) => one.status === status)), [all, status]);
  const saving = useSaveCommands({
    fileName: text(messages.fileName),
    columns,
    rows,
    complete: restores.data !== undefined,
    error: restores.error,
  });
  return (
    <ListBlade
      id="allRestores"
      savesFilters
      query={restores}
      polls
      commands={saving.commands}
      filterLabel={text(messages.filter)}
      tools={
        <NarrowingField
          lateOptions="short"
          label={text(messages.diskJob)}
          value={status}
          onChange={(_, { value }) => choose(value)}
          options={[{ value: '', label: text(messages.all) }, ...statuses.map((value) => ({ value, label: word(statusWord(value)) }))]}
        />
      }
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={({ jobId }) => jobId}
      rowName={({ vmName }) => vmName}
      href={({ vault, jobId }) => paths.restore(vault, jobId)}
      empty={text(all.length === 0 ? saidOf(scope, messages.emptyAnywhere, messages.emptyInGroup) : messages.noMatch)}
    >
      <EstateNotes scope={scope} />
      <ListNote heeded={total !== undefined && total > all.length && <p>{text(messages.newestOnly, { shown: all.length, total })}</p>}>
        <p>{text(messages.whatIsShown)}</p>
        <PairedNote toList={paths.restores} />
      </ListNote>
    </ListBlade>
  );
}
