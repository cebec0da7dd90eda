import { makeStyles, tokens } from '@fluentui/react-components';
import { Blade } from '../../blades/blade';
import { openTour, TOUR_IDS, tourPlaces, type TourId } from '../../kept/tours';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { PlainButton, PrimaryButton } from '../../ui/actions/buttons';
import { tours } from '../../words/tours';
import { tourMessages as messages } from './messages';

const useStyles = makeStyles({
  tour: { padding: '12px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  about: { margin: '2px 0 8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The walks that somebody can be led through, each from where it was left. */
export default function Tours() {
  const text = useText();
  return (
    <Blade title={text(titles.tours)} subtitle={text(messages.intro)}>
      {TOUR_IDS.map((id) => (
        <TourEntry key={id} id={id} />
      ))}
    </Blade>
  );
}

function TourEntry({ id }: { id: TourId }) {
  const styles = useStyles();
  const text = useText();
  const place = tourPlaces[id].use();
  const isOpen = openTour.use() === id;
  const { title, about, steps } = tours[id];
  const isNew = place === 'new';
  const begin = (from: string) => {
    tourPlaces[id].set(from);
    openTour.set(id);
  };
  return (
    <section className={styles.tour} aria-labelledby={`tour-${id}`}>
      <h3 id={`tour-${id}`} className={styles.title}>
        {text(title)}
      </h3>
      <p className={styles.about}>
        {text(about)} {text(isNew ? messages.steps : messages.stoppedAt, { step: Number(place) + 1, count: steps.length })}
      </p>
      <div className={styles.buttons}>
        <PrimaryButton onClick={() => begin(isNew ? '0' : place)} reason={isOpen ? text(messages.isOpen) : undefined}>
          {text(isNew ? messages.begin : messages.goOn)}
        </PrimaryButton>
        {!isNew && <PlainButton onClick={() => begin('0')}>{text(messages.beginAgain)}</PlainButton>}
      </div>
    </section>
  );
}
