import { stateOf } from '../decide';
import { data, get, picture, say, set, toScene } from '../state';
import { texts } from '../texts';
import { Counts, StateBadge } from './badges';
import { Choice } from './choice';

/** All screens at once. */
export function Board() {
  const { language, theme } = get();
  const { scenes, languages, themes } = data();
  return (
    <main className="board">
      <div className="bar">
        <Choice
          name={say(texts.screenLanguage)}
          options={languages.map((id) => ({ id, text: say(texts.languages[id]) }))}
          now={language}
          choose={(id) => set({ language: id })}
        />
        <Choice
          name={say(texts.theme)}
          options={themes.map((id) => ({ id, text: say(texts.themes[id]) }))}
          now={theme}
          choose={(id) => set({ theme: id })}
        />
      </div>
      <ul className="sheets">
        {scenes.map((scene) => {
          const take = scene.takes[language];
          const source = picture(take?.pictures[theme] ?? take?.failure?.picture);
          return (
            <li key={scene.id}>
              <button type="button" onClick={() => toScene(scene.id)}>
                {source === '' ? <span className="empty">{say(texts.notTaken)}</span> : <img src={source} alt="" loading="lazy" />}
                <span className="name">{say(scene.title)}</span>
                <StateBadge state={stateOf(scene, language)} />
                <Counts scene={scene.id} language={language} />
              </button>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
