import { makeStyles, tokens } from '@fluentui/react-components';
import { TextLink } from '../actions/text-link';

const useStyles = makeStyles({
  tile: {
    minHeight: '140px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: '1px solid transparent',
  },
  title: { margin: 0, padding: '12px', minHeight: '24px', fontSize: tokens.fontSizeBase300, fontWeight: 400 },
  rows: { margin: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '7px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  value: { margin: 0, textAlign: 'end' },
});

interface TileProps {
  title: string;
  /** The blade with the whole list. */
  to?: string;
  rows: readonly { name: string; value: string }[];
}

export function Tile({ title, to, rows }: TileProps) {
  const styles = useStyles();
  return (
    <div className={styles.tile}>
      <h4 className={styles.title}>{to === undefined ? title : <TextLink to={to}>{title}</TextLink>}</h4>
      <dl className={styles.rows}>
        {rows.map(({ name, value }) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
