import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Vault, VaultCounts, VaultPath } from '@tresor/contracts';
import { lazy, Suspense } from 'react';
import { itemsQuery } from '../../api/queries';
import { useItemsToFail } from '../../azure/first-backup/use-first-backup-failures';
import { loadPart } from '../../api/load-code';
import { provenRestoresQuery } from '../../api/recovery-queries';
import { messages as provenMessages } from '../../azure/recovery/messages';
import { useFormat } from '../../language/use-format';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { palette } from '../../theme/theme';
import { messages } from './messages';
import { Tile } from '../../ui/layout/tile';
import { VaultEssentials } from './vault-essentials';
import { own } from '../../api/own';

const VaultPictures = lazy(() => loadPart(() => import('./vault-pictures')));

const NONE: readonly never[] = [];

const SHORT: Readonly<Record<string, string>> = {
  LocallyRedundant: 'LRS',
  GeoRedundant: 'GRS',
  ZoneRedundant: 'ZRS',
  GeoZoneRedundant: 'GZRS',
};

const useStyles = makeStyles({
  area: { padding: '12px 14px 16px', backgroundColor: palette.tresorTileArea },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: 400 },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(170px, 1fr))', gap: '6px' },
});

interface DashboardProps {
  vault: Vault | undefined;
  counts: VaultCounts | undefined;
  /** Whether the numbers could not be read. */
  isUnread: boolean;
}

const keyOf = ({ subscriptionId, resourceGroup, vaultName }: VaultPath) => `${subscriptionId}/${resourceGroup}/${vaultName}`.toLowerCase();

/** Of how many machines of the vault a restore was proven, and how long ago at worst. */
function ProvenTile() {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { data, error } = useQuery(provenRestoresQuery());
  const vault = keyOf(useVaultPath());
  const own = data?.filter(({ item }) => keyOf(item) === vault);
  const proven = own?.filter(({ isProven }) => isProven);
  const [oldest] = proven?.map(({ at }) => at).toSorted() ?? [];
  const known = (value: string | undefined) => (error === null ? (value ?? '…') : text(provenMessages.unknown));
  return (
    <Tile
      title={text(provenMessages.title)}
      to={paths.recoveryPlans()}
      rows={[
        { name: text(provenMessages.machines), value: known(proven && format.number(proven.length)) },
        { name: text(provenMessages.failedMachines), value: known(own && proven && format.number(own.length - proven.length)) },
        {
          name: text(provenMessages.oldest),
          value: known(proven && (oldest === undefined ? text(provenMessages.never) : format.relative(oldest, new Date(now)))),
        },
      ]}
    />
  );
}

/** What the vault is and how its backups are doing. */
export function Dashboard({ vault, counts, isUnread }: DashboardProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const { data: items } = useQuery({ ...itemsQuery(path), enabled: (counts?.initialBackupPending ?? 0) > 0 });
  const { size: failing } = useItemsToFail(items ?? NONE, path.subscriptionId);
  const untold = isUnread ? text(provenMessages.unknown) : '…';
  const number = (value: number | undefined) => (value === undefined ? untold : format.number(value));
  const usage = (counts?.usage ?? []).map(({ replication, bytes }) => ({
    name: text(messages.cloud, { replication: own(SHORT, replication) ?? replication }),
    value: bytes === null ? '–' : format.bytes(bytes),
  }));
  const noUsage = counts === undefined ? [] : [{ name: text(messages.noUsage), value: '' }];
  return (
    <>
      <VaultEssentials vault={vault} counts={counts} untold={untold} />
      <div className={styles.area}>
        <h3 className={styles.heading}>{text(messages.backup)}</h3>
        <div className={styles.tiles}>
          <Tile
            title={text(messages.items)}
            to={paths.items(path)}
            rows={[
              { name: text(messages.azureMachines), value: number(counts?.protectedItems) },
              { name: text(messages.initialPending), value: number(counts?.initialBackupPending) },
              ...(failing > 0 ? [{ name: text(messages.firstBackupFails), value: number(failing) }] : []),
            ]}
          />
          <Tile
            title={text(messages.jobs)}
            to={paths.jobs(path)}
            rows={[
              { name: text(messages.inProgress), value: number(counts?.jobsInProgress) },
              { name: text(messages.failed), value: number(counts?.jobsFailed) },
            ]}
          />
          <ProvenTile />
          <Tile title={text(messages.usage)} rows={usage.length > 0 ? usage : noUsage} />
        </div>
        {vault !== undefined && (
          <Suspense>
            <VaultPictures vault={vault} />
          </Suspense>
        )}
      </div>
    </>
  );
}
