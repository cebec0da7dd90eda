import { makeStyles } from '@fluentui/react-components';
import type { StorageAccount } from '@tresor/contracts';
import { useMemo } from 'react';
import { regionName } from '../../../words/regions';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';
import { oneRow } from '../../../ui/table/one-row';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { accountReasons, configurationMessages as messages } from './configuration-messages';
import { pairedMessages } from './paired-messages';

const NONE: readonly never[] = [];

const useStyles = makeStyles({ hint: { margin: '4px 0' }, heading: { margin: '14px 0 0', fontSize: 'inherit', fontWeight: 600 } });

interface AccountTableProps {
  /** Undefined while they are not known. */
  accounts: readonly StorageAccount[] | undefined;
  loading: boolean;
  chosen: string | null;
  onChoose: (id: string) => void;
  /** The paired region, where the disks are to come back there. */
  paired: string | null;
}

/** Every storage account of the subscription: those that can be used first, the others with the reason. */
export function AccountTable({ accounts, loading, chosen, onChoose, paired }: AccountTableProps) {
  const styles = useStyles();
  const text = useText();
  const columns = useMemo<TableColumn<StorageAccount>[]>(() => {
    const column = (id: string, header: string, read: (account: StorageAccount) => string) => ({ id, header, cell: read, text: read });
    return [
      column('name', text(messages.name), ({ name }) => name),
      column('replication', text(messages.replication), ({ replication }) => replication),
      column('group', text(messages.group), ({ resourceGroup }) => resourceGroup),
      column('location', text(messages.location), ({ location }) => text(regionName(location))),
    ];
  }, [text]);
  const region = paired === null ? null : text(regionName(paired));
  const rows = useMemo(() => (accounts ?? NONE).toSorted((a, b) => Number(a.reason !== null) - Number(b.reason !== null)), [accounts]);
  const shutOut = rows.find((account) => account.id === chosen && account.shutOut);
  return (
    <section aria-labelledby="storage-accounts">
      <h3 id="storage-accounts" className={styles.heading}>
        {text(messages.accounts)}
      </h3>
      <p className={styles.hint}>{region === null ? text(messages.accountsHint) : text(pairedMessages.accountsHint, { region })}</p>
      <ResourceTable
        short
        label={text(messages.accounts)}
        filterLabel={text(messages.filter)}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        selection={{
          ...oneRow(chosen, onChoose),
          disabledReason: ({ reason }) => {
            if (reason === 'other-region' && region !== null) return text(pairedMessages.otherRegion, { region });
            return reason === null ? null : text(accountReasons[reason]);
          },
        }}
        empty={accounts !== undefined && text(messages.noAccounts)}
        loading={loading}
      />
      {shutOut && <InfoBox>{text(messages.shutOut, { account: shutOut.name })}</InfoBox>}
    </section>
  );
}
