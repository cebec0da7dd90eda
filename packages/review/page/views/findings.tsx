import type { Finding } from '../../src/judge/finding';
import { sentence } from '../../src/report/finding-words';
import { data, get, say, set, toScene } from '../state';
import { texts } from '../texts';
import { Choice } from './choice';

export const findingKey = (finding: Finding): string => `finding-${data().findings.indexOf(finding)}`;

/** Every finding, scene by scene; a click shows the place. */
export function Findings() {
  const { onlyWrong } = get();
  const { scenes, findings } = data();
  const shown = findings.filter(({ weight }) => !onlyWrong || weight === 'wrong');
  const places = [...scenes.map(({ id, title }) => ({ id, title: say(title) })), { id: '', title: say(texts.article) }];
  return (
    <main className="findings">
      <div className="bar">
        <Choice
          name={say(texts.findings)}
          options={[
            { id: 'all', text: say(texts.allFindings) },
            { id: 'wrong', text: say(texts.onlyWrong) },
          ]}
          now={onlyWrong ? 'wrong' : 'all'}
          choose={(id) => set({ onlyWrong: id === 'wrong' })}
        />
      </div>
      {shown.length === 0 && <p>{say(texts.noFindings)}</p>}
      {places.map(({ id, title }) => {
        const own = shown.filter(({ scene }) => scene === id);
        return own.length > 0 && <Place key={id} title={title} own={own} />;
      })}
    </main>
  );
}

const Place = ({ title, own }: { title: string; own: readonly Finding[] }) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {own.map((finding) => (
        <li key={findingKey(finding)}>
          <Row finding={finding} />
        </li>
      ))}
    </ul>
  </section>
);

function Row({ finding }: { finding: Finding }) {
  const { scene, language, theme, weight } = finding;
  const show = () => scene !== '' && toScene(scene, { language, theme: theme ?? 'light', lit: findingKey(finding) });
  return (
    <button type="button" className={`finding ${weight}`} onClick={show}>
      <span className={`badge ${weight}`}>{say(weight === 'wrong' ? texts.wrong : texts.toLookAt)}</span>
      <span className="quiet">{` ${language}${theme ? `, ${say(texts.themes[theme])}` : ''} `}</span>
      <span className="words">{sentence(finding, get().ui)}</span>
    </button>
  );
}
