import { makeStyles, tokens } from '@fluentui/react-components';
import type { Vault, VaultCounts } from '@tresor/contracts';
import { lazy, Suspense } from 'react';
import { loadPart } from '../../api/load-code';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { palette } from '../../theme/theme';
import { messages } from './messages';
import { Tile } from '../../ui/layout/tile';
import { ProvenTile } from './proven-tile';
import { VaultEssentials } from './vault-essentials';
import { own } from '../../api/own';

const VaultPictures = lazy(() => loadPart(() => import('./vault-pictures')));

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
}

/** What the vault is and how its backups are doing. */
export function Dashboard({ vault, counts }: DashboardProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const number = (value: number | undefined) => (value === undefined ? '…' : format.number(value));
  const usage = (counts?.usage ?? []).map(({ replication, bytes }) => ({
    name: text(messages.cloud, { replication: own(SHORT, replication) ?? replication }),
    value: bytes === null ? '–' : format.bytes(bytes),
  }));
  return (
    <>
      <VaultEssentials vault={vault} counts={counts} />
      <div className={styles.area}>
        <h3 className={styles.heading}>{text(messages.backup)}</h3>
        <div className={styles.tiles}>
          <Tile
            title={text(messages.items)}
            to="items"
            rows={[
              { name: text(messages.azureMachines), value: number(counts?.protectedItems) },
              { name: text(messages.initialPending), value: number(counts?.initialBackupPending) },
            ]}
          />
          <Tile
            title={text(messages.jobs)}
            to="jobs"
            rows={[
              { name: text(messages.inProgress), value: number(counts?.jobsInProgress) },
              { name: text(messages.failed), value: number(counts?.jobsFailed) },
            ]}
          />
          <ProvenTile vault={vault} />
          <Tile
            title={text(messages.usage)}
            rows={counts === undefined || usage.length > 0 ? usage : [{ name: text(messages.noUsage), value: '' }]}
          />
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
