import { sentence } from '../../src/report/finding-words';
import type { SceneView } from '../../src/report/data';
import type { Action, Target } from '../../src/scene/scene';
import { t, type Words } from '../../src/words';
import { decide, decisionOn } from '../decide';
import { data, get, say, set, takeNow } from '../state';
import { keepChoices } from '../storage';
import { texts } from '../texts';
import { Comments } from './comments';
import { Field } from './field';
import { findingKey } from './findings';

const DOES: Record<Exclude<Action['do'], 'open' | 'pass'>, Words> = {
  click: t('Klick auf {what}', 'Click {what}'),
  type: t('„{text}“ eingeben in {what}', 'Type “{text}” into {what}'),
  choose: t('„{text}“ auswählen in {what}', 'Choose “{text}” in {what}'),
  tick: t('Ankreuzen: {what}', 'Tick {what}'),
  see: t('Warten auf {what}', 'Wait for {what}'),
  point: t('Zeigen auf {what}', 'Point at {what}'),
};

/** How one comes to the scene. */
const Way = ({ scene: { actions, person } }: { scene: SceneView }) => (
  <details>
    <summary>{say(texts.how)}</summary>
    <p>{say(texts.as, { person })}</p>
    <ol>
      {actions.map((action, index) => (
        <li key={index}>{inWords(action)}</li>
      ))}
    </ol>
  </details>
);

function inWords(action: Action): string {
  const { language } = get();
  const named = ({ name, role }: Target) => (name ? `„${name[language]}“` : role);
  if (action.do === 'open') return action.path;
  if (action.do === 'pass') return say(t('{minutes} Minuten vergehen', '{minutes} minutes pass'), { minutes: action.minutes });
  const text = action.do === 'type' ? action.text[language] : action.do === 'choose' ? action.option[language] : '';
  return say(DOES[action.do], { what: named(action.target), text });
}

/** What is to be said about a scene: findings, places, the decision, comments, the way here. */
export const Side = ({ scene }: { scene: SceneView }) => (
  <aside aria-label={say(texts.findings)}>
    <Troubles scene={scene} />
    <Spots />
    <Decided scene={scene} />
    <Comments scene={scene} />
    <Way scene={scene} />
  </aside>
);

/** Points at the place, or no longer. */
const toggle = (key: string) => (get().lit === key ? undefined : key);

function Troubles({ scene: { id } }: { scene: SceneView }) {
  const { language, lit, ui } = get();
  const own = data().findings.filter((finding) => finding.scene === id && finding.language === language);
  return (
    <section>
      <h3>{say(texts.findings)}</h3>
      {own.length === 0 ? (
        <p className="quiet">{say(texts.noFindings)}</p>
      ) : (
        <ul>
          {own.map((finding) => {
            const key = findingKey(finding);
            const show = () => set({ lit: toggle(key), ...(finding.theme && { theme: finding.theme }) });
            return (
              <li key={key}>
                <button type="button" className={`finding ${finding.weight}`} aria-pressed={lit === key} onClick={show}>
                  <span className="words">{sentence(finding, ui)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const missing = (words: string) => `${words}: ${say(texts.notHere)}`;

function Spots() {
  const { lit } = get();
  return (
    <section>
      <h3>{say(texts.labels)}</h3>
      <ol className="spots">
        {(takeNow()?.hotspots ?? []).map(({ number, label, ours, theirs }) => {
          const key = `spot-${number}`;
          const where = [theirs ? [] : missing(say(texts.article)), ours ? [] : missing(say(texts.ours))].flat().join(', ');
          return (
            <li key={key}>
              <button type="button" aria-pressed={lit === key} onClick={() => set({ lit: toggle(key) })}>
                <span className="number">{number}</span> {label}
              </button>
              {where !== '' && <span className="quiet"> {where}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Decided({ scene: { id } }: { scene: SceneView }) {
  const { who, why, language, ui } = get();
  const last = decisionOn(id, language);
  const when = last && new Date(last.when).toLocaleDateString(ui === 'de' ? 'de-DE' : 'en-GB');
  return (
    <section>
      <h3>{say(texts.decision)}</h3>
      {last && (
        <p className="quiet">
          {say(texts.decided, { verdict: say(texts.states[last.verdict]), who: last.who, when: when ?? '', reason: last.reason })}
        </p>
      )}
      <Field label={say(texts.who)}>
        <input
          id="who"
          type="text"
          value={who}
          autoComplete="name"
          onChange={({ target }) => set({ who: target.value })}
          onBlur={keepChoices}
        />
      </Field>
      <Field label={say(texts.why)}>
        <textarea id="why" rows={2} value={why} onChange={({ target }) => set({ why: target.value })} />
      </Field>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => decide('approved')}>
          {say(texts.approve)}
        </button>
        <button type="button" onClick={() => decide('rejected')}>
          {say(texts.reject)}
        </button>
      </div>
    </section>
  );
}
