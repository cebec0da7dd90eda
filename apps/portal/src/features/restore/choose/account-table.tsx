import { makeStyles } from '@fluentui/react-components';
import type { StorageAccount } from '@tresor/contracts';
import { useMemo } from 'react';
import { regionName } from '../../../words/regions';
import { defineMessages } from '../../../language/messages';
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

const reachMessages = defineMessages({
  shutOut: {
    de: 'Die Firewall von {account} lässt den Server von Tresor nicht durch. Auch wenn Azure Backup dort hineinkommt: Danach sieht Tresor nichts von dieser Wiederherstellung und kann ihre Dateien mit Schlüsseldaten nicht löschen. Lassen Sie vorher im Azure-Portal unter „Netzwerk“ die Adresse oder das Netzwerk des Servers zu, oder wählen Sie ein anderes Konto. Mit Ihren Rechten hat das nichts zu tun.',
    en: 'The firewall of {account} doesn’t let the Tresor server through. Even if Azure Backup gets in, Tresor then can’t see anything of this restore or delete its files with key data. First allow the server’s address or network in the Azure portal under “Networking”, or select another account. This isn’t about your rights.',
  },
  untold: {
    de: '{account} ist nur für bestimmte Netzwerke offen, und ob Tresor hineinkommt, ließ sich nicht herausfinden. Ohne Zugang sieht Tresor danach nichts von dieser Wiederherstellung.',
    en: '{account} is open to certain networks only, and it couldn’t be found out whether Tresor gets in. Without access, Tresor then can’t see anything of this restore.',
  },
});

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
  const account = rows.find(({ id }) => id === chosen);
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
      {account?.shutOut === true && <InfoBox>{text(reachMessages.shutOut, { account: account.name })}</InfoBox>}
      {account?.shutOut === null && <InfoBox>{text(reachMessages.untold, { account: account.name })}</InfoBox>}
    </section>
  );
}
