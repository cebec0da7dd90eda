import { countOf } from '../../src/approvals/approvals';
import { get, LOOKS, say, set, type State, type Tab } from '../state';
import { keepChoices, save, unsaved } from '../storage';
import { texts } from '../texts';
import { Choice } from './choice';

const TABS: readonly Tab[] = ['summary', 'figures', 'board', 'findings'];

/** A choice this person keeps. */
function change(more: Pick<Partial<State>, 'ui' | 'look'>): void {
  set(more);
  keepChoices();
}

export function Top() {
  const { tab, ui, look } = get();
  const left = countOf(unsaved());
  return (
    <header>
      <h1>{say(texts.title)}</h1>
      <nav aria-label={say(texts.pages)}>
        {TABS.map((id) => (
          <button key={id} type="button" aria-current={id === tab ? 'page' : undefined} onClick={() => set({ tab: id })}>
            {say(texts[id])}
          </button>
        ))}
      </nav>
      <div className="space" />
      {left > 0 && <span className="unsaved">{say(texts.unsaved, { count: left })}</span>}
      <button type="button" className={left > 0 ? 'primary' : ''} onClick={() => void save()}>
        {say(texts.save)}
      </button>
      <Choice
        name={say(texts.pageLanguage)}
        options={[
          { id: 'de', text: 'DE' },
          { id: 'en', text: 'EN' },
        ]}
        now={ui}
        choose={(id) => change({ ui: id })}
      />
      <select
        aria-label={say(texts.look)}
        value={look}
        onChange={({ target }) => change({ look: LOOKS.find((id) => id === target.value) ?? 'system' })}
      >
        {LOOKS.map((id) => (
          <option key={id} value={id}>
            {say(texts.looks[id])}
          </option>
        ))}
      </select>
    </header>
  );
}
