import { makeStyles, tokens } from '@fluentui/react-components';
import { EDITIONS } from '@tresor/support-matrix';
import { useParams } from 'react-router';
import { Blade } from '../../blades/blade';
import { editionNames } from '../../words/encryption';
import { useText } from '../../language/use-text';
import { SourceLine } from '../../ui/feedback/source-line';
import { useEdition } from '../../kept/edition';
import { titles } from '../../map/map';
import { InfoBox } from '../../ui/feedback/info-box';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { matrixMessages as messages } from './matrix-messages';
import { type MatrixRow, matrixRows } from './matrix-rows';

const useStyles = makeStyles({
  title: { margin: '4px 0 12px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  heading: { margin: '16px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '2px 0' },
});

/** One entry: what each edition says, where that is written, and what contradicts it. */
export default function SupportMatrixEntry() {
  const text = useText();
  const { entry = '' } = useParams();
  const row = matrixRows().find(({ id }) => id === entry);
  return (
    <Blade title={text(titles.supportMatrix)} subtitle={entry}>
      {row === undefined ? <p>{text(messages.unknown)}</p> : <Entry row={row} />}
    </Blade>
  );
}

function Entry({ row: { title, values, cells, remedy, note, deviation } }: { row: MatrixRow }) {
  const styles = useStyles();
  const text = useText();
  const inForce = useEdition();
  return (
    <>
      <h3 className={styles.title}>{text(title, values)}</h3>
      {EDITIONS.map((edition) => (
        <section key={edition} aria-labelledby={`edition-${edition}`}>
          <h4 id={`edition-${edition}`} className={styles.heading}>
            {text(editionNames[edition])}
            {edition === inForce && ` (${text(messages.inForce)})`}
          </h4>
          <StatusBadge status={cells[edition].status}>{text(cells[edition].word, cells[edition].values)}</StatusBadge>
          {cells[edition].source !== null && <SourceLine source={cells[edition].source} />}
          {cells[edition].source === null && cells[edition].word !== messages.noRule && (
            <p className={styles.text}>{text(messages.noSource)}</p>
          )}
        </section>
      ))}
      {remedy !== null && (
        <>
          <h4 className={styles.heading}>{text(messages.remedy)}</h4>
          <p className={styles.text}>{text(remedy, values)}</p>
        </>
      )}
      {note !== null && (
        <>
          <h4 className={styles.heading}>{text(messages.note)}</h4>
          <p className={styles.text}>{text(note)}</p>
        </>
      )}
      {deviation !== null && (
        <InfoBox>
          <strong>{text(messages.deviation)}</strong>
          <p>{text(deviation)}</p>
        </InfoBox>
      )}
    </>
  );
}
