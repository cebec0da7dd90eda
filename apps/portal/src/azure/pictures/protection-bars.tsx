import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { palette } from '../../theme/theme';
import { TextLink } from '../../ui/actions/text-link';
import { encryptionNames } from '../../words/encryption';
import { messages as firstBackup } from '../first-backup/messages';
import { messages } from './messages';
import type { KindCount } from './protection-rows';

const FAILING = `${paths.allItems()}?status=firstBackupFails`;
const WIDTH = 240;
const HEIGHT = 16;
const forcedColors = '@media (forced-colors: active)';

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    maxWidth: '860px',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: { padding: '4px 12px 4px 6px', fontWeight: 400, textAlign: 'left', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { padding: '4px 12px 4px 6px', fontWeight: 400, textAlign: 'left' },
  number: { textAlign: 'right' },
  bar: { display: 'block', width: '100%', minWidth: '60px', maxWidth: `${WIDTH}px`, height: `${HEIGHT}px` },
  scroller: { overflowX: 'auto' },
  protected: { fill: palette.tresorTick, [forcedColors]: { fill: 'CanvasText' } },
  failing: { fill: 'none', stroke: palette.tresorWarning, strokeDasharray: '3 2', [forcedColors]: { stroke: 'CanvasText' } },
  unprotected: { fill: palette.tresorWarning, stroke: palette.tresorWarning, [forcedColors]: { fill: 'Canvas', stroke: 'CanvasText' } },
});

interface ProtectionBarsProps {
  label: string;
  rows: readonly KindCount[];
  to: (kind: KindCount['kind'], isProtected: boolean) => string;
}

/** How many machines of each kind are protected: bars in a table that says the same in numbers; both lead to the machines. */
export default function ProtectionBars({ label, rows, to }: ProtectionBarsProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const someFail = rows.some(({ failing }) => failing > 0);
  const most = Math.max(1, ...rows.map((row) => row.protected + row.failing + row.unprotected));
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {text(messages.kind)}
            </th>
            <th scope="col" className={styles.head}>
              {text(messages.share)}
            </th>
            <th scope="col" className={styles.head}>
              {text(messages.protected)}
            </th>
            {someFail && (
              <th scope="col" className={styles.head}>
                {text(firstBackup.willFail)}
              </th>
            )}
            <th scope="col" className={styles.head}>
              {text(messages.unprotected)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, protected: done, failing, unprotected }) => {
            const width = (count: number) => (count / most) * WIDTH;
            return (
              <tr key={kind}>
                <th scope="row" className={styles.cell}>
                  {text(encryptionNames[kind])}
                </th>
                <td className={styles.cell}>
                  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className={styles.bar}>
                    <a href={to(kind, true)} tabIndex={-1} aria-hidden>
                      <rect x="0" width={width(done)} height={HEIGHT} className={styles.protected} />
                    </a>
                    <a href={FAILING} tabIndex={-1} aria-hidden>
                      <rect x={width(done)} y="1" width={width(failing)} height={HEIGHT - 2} className={styles.failing} />
                    </a>
                    <a href={to(kind, false)} tabIndex={-1} aria-hidden>
                      <rect x={width(done + failing)} y="1" width={width(unprotected)} height={HEIGHT - 2} className={styles.unprotected} />
                    </a>
                  </svg>
                  <span className="visually-hidden">{text(messages.ofAll, { done, total: done + failing + unprotected })}</span>
                </td>
                <td className={mergeClasses(styles.cell, styles.number)}>
                  {done > 0 ? <TextLink to={to(kind, true)}>{format.number(done)}</TextLink> : format.number(done)}
                </td>
                {someFail && (
                  <td className={mergeClasses(styles.cell, styles.number)}>
                    {failing > 0 ? <TextLink to={FAILING}>{format.number(failing)}</TextLink> : format.number(failing)}
                  </td>
                )}
                <td className={mergeClasses(styles.cell, styles.number)}>
                  {unprotected > 0 ? <TextLink to={to(kind, false)}>{format.number(unprotected)}</TextLink> : format.number(unprotected)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
