import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right';
import type { Restore } from '@tresor/contracts';
import { Fragment, useMemo } from 'react';
import { useText } from '../../i18n/use-text';
import { ResourceTable } from '../../ui/resource-table';
import { StatusBadge } from '../../ui/status-badge';
import type { TableColumn } from '../../ui/table-types';
import { type ChainRow, chainRows } from './chain-rows';
import { keyMessages as messages } from './key-messages';
import { messages as common } from './messages';

const useStyles = makeStyles({
  heading: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  picture: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', margin: '10px 0' },
  box: {
    flexBasis: '130px',
    flexGrow: 1,
    minWidth: 0,
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  link: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  name: { fontWeight: tokens.fontWeightSemibold },
  state: { fontSize: tokens.fontSizeBase200 },
  table: { marginBottom: '12px' },
});

function useChainColumns(count: number): TableColumn<ChainRow>[] {
  const text = useText();
  return useMemo(() => {
    const none = text(common.none);
    const nameOf = ({ name }: ChainRow) => name ?? text(messages.disksCount, { count });
    const column = (id: string, header: string, read: (row: ChainRow) => string, width = 1) => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    return [
      column('link', text(messages.link), ({ link }) => text(messages[link]), 1.2),
      column('name', text(messages.name), nameOf, 1.3),
      {
        ...column('state', text(messages.state), ({ state }) => text(state), 1.3),
        cell: ({ status, state }) => <StatusBadge status={status}>{text(state)}</StatusBadge>,
      },
      column('version', text(messages.version), ({ version }) => version ?? none, 1.5),
      column('keyVault', text(messages.keyVaultColumn), ({ keyVaultName }) => keyVaultName ?? none),
    ];
  }, [text, count]);
}

/** What opens what: as a picture, and as a table that says the same to everybody. */
export function KeyChainView({ restore }: { restore: Restore }) {
  const styles = useStyles();
  const text = useText();
  const rows = useMemo(() => chainRows(restore), [restore]);
  const count = restore.disks.length;
  const columns = useChainColumns(count);

  return (
    <section aria-labelledby="key-chain">
      <h3 id="key-chain" className={styles.heading}>
        {text(messages.chain)}
      </h3>
      <p>{text(messages.chainText)}</p>
      <div aria-hidden className={styles.picture}>
        {rows.map(({ id, link, name, status, state }, index) => (
          <Fragment key={id}>
            {index > 0 && <ArrowRight20Regular />}
            <div className={styles.box}>
              <div className={styles.link}>{text(messages[link])}</div>
              <div className={styles.name}>{name ?? text(messages.disksCount, { count })}</div>
              <div className={styles.state}>
                <StatusBadge status={status}>{text(state)}</StatusBadge>
              </div>
            </div>
          </Fragment>
        ))}
      </div>
      <div className={styles.table}>
        <ResourceTable
          short
          label={text(messages.chain)}
          filterLabel={text(messages.filter)}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          rowName={(row) => text(messages[row.link])}
          empty={text(messages.empty)}
        />
      </div>
    </section>
  );
}
