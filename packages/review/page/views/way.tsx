import type { SceneView } from '../../src/report/data';
import type { Action, Target } from '../../src/scene/scene';
import { t, type Words } from '../../src/words';
import { get, say } from '../state';
import { texts } from '../texts';

const DOES: Record<Exclude<Action['do'], 'open' | 'pass'>, Words> = {
  click: t('Klick auf {what}', 'Click {what}'),
  type: t('„{text}“ eingeben in {what}', 'Type “{text}” into {what}'),
  choose: t('„{text}“ auswählen in {what}', 'Choose “{text}” in {what}'),
  tick: t('Ankreuzen: {what}', 'Tick {what}'),
  see: t('Warten auf {what}', 'Wait for {what}'),
  point: t('Zeigen auf {what}', 'Point at {what}'),
};

/** How one comes to the scene. */
export const Way = ({ scene: { actions, person } }: { scene: SceneView }) => (
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
