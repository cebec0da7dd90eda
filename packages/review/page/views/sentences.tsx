import type { Run } from '../../src/article/article';
import type { SceneView } from '../../src/report/data';
import { data, get, say, set, takeNow } from '../state';
import { texts } from '../texts';
import { nameOf } from './article';

/** Not every browser lets the keyboard reach what scrolls. */
const REACHED_BY_KEYBOARD = 0;

/** What the article says at this place; its labels carry the numbers of the picture. */
export function Sentences({ scene: { id, changed } }: { scene: SceneView }) {
  const units = data().articles.flatMap(({ units, language }) =>
    units.filter(({ scenes }) => scenes.includes(id)).map((unit) => ({ unit, language })),
  );
  return (
    <section className="sentences" tabIndex={REACHED_BY_KEYBOARD} aria-label={say(texts.article)}>
      {units.map(({ unit, language }, at) => (
        <blockquote key={at} lang={language}>
          <p className="quiet">{nameOf(unit)}</p>
          {unit.paragraphs.map((runs, paragraph) => (
            <p key={paragraph}>
              {runs.map((run, index) => (
                <Words key={index} {...run} />
              ))}
            </p>
          ))}
        </blockquote>
      ))}
      {changed && <p className="changed">{say(changed)}</p>}
    </section>
  );
}

function Words({ text, bold }: Run) {
  if (!bold) return text;
  const spot = takeNow()?.hotspots.find(({ label }) => label === text.trim().replace(/[.,;:]$/, ''));
  if (!spot) return <strong>{text}</strong>;
  const lit = `spot-${spot.number}`;
  const isLit = get().lit === lit;
  return (
    <button type="button" className="label" aria-pressed={isLit} onClick={() => set({ lit: isLit ? undefined : lit })}>
      <span className="number">{spot.number}</span>
      <strong>{text}</strong>
    </button>
  );
}
