import type { ArticleView, UnitView } from '../../src/report/data';
import { data, say, toScene } from '../state';
import { texts } from '../texts';
import { StatusBadge } from './badges';

/** What became of an article: its figures, what no scene shows, and its labels. */
export function Article({ article: { title, name, units } }: { article: ArticleView }) {
  return (
    <section className="article">
      <h2>{title}</h2>
      <p className="quiet">{name}</p>
      <Figures units={units} />
      <Unbound units={units} />
      <LeftAside units={units} />
      <Labels units={units} />
    </section>
  );
}

interface Units {
  units: readonly UnitView[];
}

function reasonOf(scene: string | undefined): string {
  const changed = data().scenes.find(({ id }) => id === scene)?.changed;
  return changed ? say(changed) : '';
}

function Figures({ units }: Units) {
  const figures = new Map(units.flatMap(({ figures }) => figures).map((figure) => [figure.image, figure]));
  if (figures.size === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          {[texts.figure, texts.status, texts.reason].map((words) => (
            <th key={words.en} scope="col">
              {say(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...figures.values()].map(({ image, lacking, alt, scene, status }) => (
          <tr key={image}>
            <td>
              {scene === undefined ? (
                image
              ) : (
                <button type="button" className="link" title={alt} onClick={() => toScene(scene)}>
                  {image}
                </button>
              )}
            </td>
            <td>
              <StatusBadge status={status} />
            </td>
            <td>
              {lacking !== undefined && <strong>{say(texts.lacking, { file: lacking })} </strong>}
              {reasonOf(scene)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const imagesOf = ({ figures }: UnitView) => figures.filter(({ scene }) => !scene).map(({ image }) => ` · ${image}`);

function Unbound({ units }: Units) {
  const unbound = units.filter(
    ({ kind, scenes, figures, aside }) => !aside && ((scenes.length === 0 && kind !== 'text') || figures.some(({ scene }) => !scene)),
  );
  return (
    <>
      <h3>{say(texts.unbound)}</h3>
      {unbound.length === 0 ? (
        <p>{say(texts.unboundNone)}</p>
      ) : (
        <ul>
          {unbound.map((unit, index) => (
            <li key={index}>{nameOf(unit) + imagesOf(unit).join('')}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Sections no scene shows on purpose, each with its reason. */
function LeftAside({ units }: Units) {
  const sections = new Map<string, Set<string>>();
  for (const { heading, aside } of units) if (aside) sections.set(say(aside), (sections.get(say(aside)) ?? new Set()).add(heading));
  if (sections.size === 0) return null;
  return (
    <>
      <h3>{say(texts.asides)}</h3>
      <ul>
        {[...sections].map(([because, headings]) => (
          <li key={because}>
            {because} <span className="quiet">{[...headings].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Labels({ units }: Units) {
  const labels = units.flatMap((unit) => unit.labels.filter(({ outcome }) => outcome !== 'found').map((label) => ({ unit, label })));
  if (labels.length === 0) return null;
  return (
    <>
      <h3>{say(texts.labels)}</h3>
      <ul>
        {labels.map(({ unit, label: { text, language, outcome, reason, kind, scene } }, index) => (
          <li key={index}>
            <strong>{`„${text}“`}</strong>
            {` (${language}, ${nameOf(unit)}${kind === 'quoted' ? `, ${say(texts.quotedToo)}` : ''}): ${say(texts.outcomes[outcome])}`}
            {reason && ` – ${say(reason)}`}
            {outcome === 'elsewhere' && ` (${scene})`}
          </li>
        ))}
      </ul>
    </>
  );
}

const KINDS = { step: texts.step, row: texts.row, text: texts.text } as const;

export const nameOf = ({ heading, kind, number }: Pick<UnitView, 'heading' | 'kind' | 'number'>): string =>
  `${heading}, ${say(KINDS[kind], { number })}`;
