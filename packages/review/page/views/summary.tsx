import { documentSentence } from '../../src/report/document-words';
import { summaryOf } from '../../src/report/summary';
import { data, get, say } from '../state';
import { texts } from '../texts';
import { Article } from './article';

const STATES = ['approved', 'rejected', 'changed', 'new'] as const;

export function Summary() {
  const report = data();
  const { figures, steps, languages } = summaryOf(report);
  const shown = figures.present + figures.changed;
  const when = new Date(report.made).toLocaleString(get().ui === 'de' ? 'de-DE' : 'en-GB');
  return (
    <main className="summary">
      <p className="quiet">{say(texts.made, { when, environment: report.environment })}</p>
      <ul className="tiles">
        <Tile words={say(texts.figuresOf, { count: shown, all: figures.all })} good={figures.missing === 0} />
        <Tile words={say(texts.changedCount, { count: figures.changed })} good />
        {figures.lacking.length > 0 && <Tile words={say(texts.lackingCount, { count: figures.lacking.length })} good={false} />}
        <Tile words={say(texts.stepsOf, { count: steps.shown, all: steps.all })} good={steps.shown === steps.all} />
        {figures.aside + steps.aside > 0 && <Tile words={say(texts.asideCount, { figures: figures.aside, steps: steps.aside })} good />}
      </ul>
      <Languages languages={languages} />
      <Documents />
      {report.articles.map((article) => (
        <Article key={article.name} article={article} />
      ))}
    </main>
  );
}

function Documents() {
  const { documents } = data();
  if (documents.length === 0) return null;
  return (
    <>
      <h2>{say(texts.documents)}</h2>
      <ul>
        {documents.map((one) => (
          <li key={one.file}>{documentSentence(one, get().ui)}</li>
        ))}
      </ul>
    </>
  );
}

const Tile = ({ words, good }: { words: string; good: boolean }) => <li className={good ? 'good' : 'bad'}>{words}</li>;

function Languages({ languages }: Pick<ReturnType<typeof summaryOf>, 'languages'>) {
  const { language, labelsFound, labelsExplained, labelsMissing, outcomes, wrong, toLookAt, approvals } = texts;
  return (
    <table>
      <thead>
        <tr>
          {[language, labelsFound, labelsExplained, labelsMissing, outcomes.untranslated, wrong, toLookAt, approvals].map((words) => (
            <th key={words.en} scope="col">
              {say(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {languages.map(({ language, labels, wrong, look, approvals }) => (
          <tr key={language}>
            <th scope="row">{say(texts.languages[language])}</th>
            <td>{`${labels.found} / ${labels.all}`}</td>
            <td>{labels.explained}</td>
            <td>{labels.missing}</td>
            <td>{labels.untranslated}</td>
            <td>{wrong}</td>
            <td>{look}</td>
            <td>
              {STATES.filter((state) => approvals[state] > 0)
                .map((state) => `${approvals[state]} ${say(texts.states[state])}`)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
