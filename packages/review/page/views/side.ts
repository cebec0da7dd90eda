import type { Action, Target } from '../../src/scene/scene';
import { sentence } from '../../src/report/finding-words';
import type { SceneView } from '../../src/report/data';
import { t, type Words } from '../../src/words';
import { addComment, decide, decisionOn, removeComment } from '../decide';
import { h } from '../dom';
import { data, get, note, say, set, takeNow } from '../state';
import { keepChoices } from '../storage';
import { texts } from '../texts';
import { findingKey } from './findings';

/** What is to be said about a scene: findings, places, the decision, comments, the way here. */
export function side(scene: SceneView): HTMLElement {
  return h(
    'aside',
    { key: 'side', aria: { label: say(texts.findings) } },
    troubles(scene),
    spots(),
    decision(scene),
    comments(scene),
    way(scene),
  );
}

function troubles({ id }: SceneView): HTMLElement {
  const { language, lit, ui } = get();
  const own = data().findings.filter((finding) => finding.scene === id && finding.language === language);
  return h(
    'section',
    {},
    h('h3', {}, say(texts.findings)),
    own.length === 0
      ? h('p', { className: 'quiet' }, say(texts.noFindings))
      : h(
          'ul',
          {},
          own.map((finding) => {
            const key = findingKey(finding);
            const show = () => set({ lit: lit === key ? undefined : key, ...(finding.theme && { theme: finding.theme }) });
            return h(
              'li',
              {},
              h(
                'button',
                { type: 'button', key, className: `finding ${finding.weight}`, aria: { pressed: lit === key }, on: { click: show } },
                h('span', { className: 'words' }, sentence(finding, ui)),
              ),
            );
          }),
        ),
  );
}

function spots(): HTMLElement {
  const { lit } = get();
  return h(
    'section',
    {},
    h('h3', {}, say(texts.labels)),
    h(
      'ol',
      { className: 'spots' },
      (takeNow()?.hotspots ?? []).map(({ number, label, ours, theirs }) => {
        const key = `spot-${number}`;
        const where = [!theirs && `${say(texts.article)}: ${say(texts.notHere)}`, !ours && `${say(texts.ours)}: ${say(texts.notHere)}`]
          .filter(Boolean)
          .join(', ');
        return h(
          'li',
          {},
          h(
            'button',
            { type: 'button', key, aria: { pressed: lit === key }, on: { click: () => set({ lit: lit === key ? undefined : key }) } },
            h('span', { className: 'number' }, `${number}`),
            ` ${label}`,
          ),
          where !== '' && h('span', { className: 'quiet' }, ` ${where}`),
        );
      }),
    ),
  );
}

function decision({ id }: SceneView): HTMLElement {
  const { who, why, language, ui } = get();
  const last = decisionOn(id, language);
  const when = last && new Date(last.when).toLocaleDateString(ui === 'de' ? 'de-DE' : 'en-GB');
  return h(
    'section',
    {},
    h('h3', {}, say(texts.decision)),
    last &&
      h(
        'p',
        { className: 'quiet' },
        say(texts.decided, { verdict: say(texts.states[last.verdict]), who: last.who, when: when ?? '', reason: last.reason }),
      ),
    field(
      say(texts.who),
      h('input', {
        type: 'text',
        key: 'who',
        value: who,
        autocomplete: 'name',
        fill: (who) => note({ who }),
        on: { change: keepChoices },
      }),
    ),
    field(
      say(texts.why),
      h('textarea', {
        key: 'why',
        rows: 2,
        value: why,
        fill: (why) => note({ why }),
      }),
    ),
    h(
      'div',
      { className: 'buttons' },
      h('button', { type: 'button', key: 'approve', className: 'primary', on: { click: () => decide('approved') } }, say(texts.approve)),
      h('button', { type: 'button', key: 'reject', on: { click: () => decide('rejected') } }, say(texts.reject)),
    ),
  );
}

const field = (label: string, control: HTMLElement) => h('label', { className: 'field' }, h('span', {}, label), control);

function comments({ id }: SceneView): HTMLElement {
  const { language, comment, region, approvals } = get();
  const own = approvals.comments.filter((known) => known.scene === id && known.language === language);
  const take = takeNow();
  const named = (take?.parts ?? []).filter(({ name, role }) => name !== '' && role !== 'region').slice(0, 80);
  const pin = (value: string) => {
    const part = named[Number(value)];
    const { width = 1, height = 1 } = take ?? {};
    const [x = 0, y = 0, wide = 0, high = 0] = part?.box ?? [];
    set({ region: part && { x: x / width, y: y / height, width: wide / width, height: high / height } });
  };
  return h(
    'section',
    {},
    h('h3', {}, say(texts.comments)),
    h(
      'ul',
      {},
      own.map(({ id, who, text, region }) =>
        h(
          'li',
          { className: 'comment' },
          h('button', { type: 'button', className: 'link', key: `see-${id}`, on: { click: () => set({ region }) } }, `${who}: ${text}`),
          h(
            'button',
            { type: 'button', key: `remove-${id}`, ariaLabel: `${say(texts.remove)}: ${text}`, on: { click: () => removeComment(id) } },
            '×',
          ),
        ),
      ),
    ),
    field(
      say(texts.comment),
      h('textarea', {
        key: 'comment',
        rows: 2,
        value: comment,
        fill: (comment) => note({ comment }),
      }),
    ),
    field(
      say(texts.pinTo),
      h(
        'select',
        { key: 'pin', fill: pin },
        h('option', { value: '-1' }, say(region ? texts.pinDrawn : texts.pinWhole)),
        named.map(({ role, name }, index) => h('option', { value: `${index}` }, `${role} ${name}`.slice(0, 60))),
      ),
    ),
    h('p', { className: 'quiet' }, say(texts.pinHint)),
    h('button', { type: 'button', key: 'add-comment', on: { click: addComment } }, say(texts.add)),
  );
}

const DOES: Record<Exclude<Action['do'], 'open' | 'pass'>, Words> = {
  click: t('Klick auf {what}', 'Click {what}'),
  type: t('„{text}“ eingeben in {what}', 'Type “{text}” into {what}'),
  choose: t('„{text}“ auswählen in {what}', 'Choose “{text}” in {what}'),
  tick: t('Ankreuzen: {what}', 'Tick {what}'),
  see: t('Warten auf {what}', 'Wait for {what}'),
  point: t('Zeigen auf {what}', 'Point at {what}'),
};

function way({ actions, person }: SceneView): HTMLElement {
  return h(
    'details',
    { key: 'way' },
    h('summary', { key: 'way-summary' }, say(texts.how)),
    h('p', {}, say(texts.as, { person })),
    h(
      'ol',
      {},
      actions.map((action) => h('li', {}, inWords(action))),
    ),
  );
}

function inWords(action: Action): string {
  const { language } = get();
  const named = ({ name, role }: Target) => (name ? `„${name[language]}“` : role);
  if (action.do === 'open') return action.path;
  if (action.do === 'pass') return say(t('{minutes} Minuten vergehen', '{minutes} minutes pass'), { minutes: action.minutes });
  const text = action.do === 'type' ? action.text[language] : action.do === 'choose' ? action.option[language] : '';
  return say(DOES[action.do], { what: named(action.target), text });
}
