import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons';
import { Fragment, useMemo } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { ResourceTable } from '../../ui/table/resource-table';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { chainMessages as messages } from './chain-messages';
import type { ChainRow, LinkFact } from './chain-rows';

const NONE = '–';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  picture: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '10px 0' },
  box: {
    flexBasis: '120px',
    flexGrow: 1,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  arrow: { alignSelf: 'center', flexShrink: 0 },
  link: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  name: { fontWeight: tokens.fontWeightSemibold },
  fact: { fontSize: tokens.fontSizeBase200 },
  table: { marginBottom: '12px' },
});

function Facts({ facts }: { facts: readonly LinkFact[] }) {
  const styles = useStyles();
  const text = useText();
  return facts.map(({ status, word }) => (
    <div key={word.en} className={styles.fact}>
      <StatusBadge status={status}>{text(word)}</StatusBadge>
    </div>
  ));
}

function useChainColumns(): TableColumn<ChainRow>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const column = (id: string, header: string, read: (row: ChainRow) => string, width = 1) => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const expires = ({ expires }: ChainRow) => {
      if (expires === null) return NONE;
      return typeof expires === 'string' ? format.date(expires) : text(expires);
    };
    const facts = ({ facts }: ChainRow) => facts.map(({ word }) => text(word)).join(' ');
    return [
      column('link', text(messages.link), ({ link }) => text(messages[link]), 1.2),
      column('name', text(messages.name), ({ name }) => name, 1.3),
      { ...column('state', text(messages.state), facts, 1.5), cell: (row) => <Facts facts={row.facts} /> },
      column('version', text(messages.version), ({ version }) => version ?? NONE, 1.5),
      column('expires', text(messages.expires), expires, 0.9),
      column('keyVault', text(messages.keyVaultColumn), ({ keyVaultName }) => keyVaultName ?? NONE),
    ];
  }, [text, format]);
}

/** What opens what: as a picture, and as a table that says the same to everybody. */
export function KeyChainView({ rows }: { rows: readonly ChainRow[] }) {
  const styles = useStyles();
  const text = useText();
  const columns = useChainColumns();

  return (
    <section aria-labelledby="key-chain">
      <h3 id="key-chain" className={styles.heading}>
        {text(messages.chain)}
      </h3>
      <p>{text(rows.some(({ link }) => link === 'key') ? messages.chainText : messages.chainTextBekOnly)}</p>
      <div aria-hidden className={styles.picture}>
        {rows.map(({ id, link, name, facts }, index) => (
          <Fragment key={id}>
            {index > 0 && <ArrowRight20Regular className={styles.arrow} />}
            <div className={styles.box}>
              <div className={styles.link}>{text(messages[link])}</div>
              <div className={styles.name}>{name}</div>
              <Facts facts={facts} />
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
