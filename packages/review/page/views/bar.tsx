import { THEMES } from '../../src/capture/shot';
import type { SceneView } from '../../src/report/data';
import { data, get, picture, say, set, zoomBy, type Pairing, type View } from '../state';
import { texts } from '../texts';
import { Choice } from './choice';

const VIEWS: readonly View[] = ['side', 'onion', 'wipe', 'parts'];
const PAIRS: readonly Pairing[] = ['article', 'languages', 'approved'];

/** What is shown, and how. */
export function Bar({ scene }: { scene: SceneView }) {
  const { view, pair, language, mix, spots } = get();
  const isStacked = (view === 'onion' || view === 'wipe') && pair !== 'approved';
  return (
    <div className="bar">
      <Choice
        name={say(texts.view)}
        options={VIEWS.map((id) => ({ id, text: say(texts.views[id]) }))}
        now={view}
        choose={(id) => set({ view: id })}
      />
      <Choice
        name={say(texts.pair)}
        options={PAIRS.map((id) => ({ id, text: say(texts.pairs[id]) }))}
        now={pair}
        choose={(id) => set({ pair: id })}
      />
      <Choice
        name={say(texts.screenLanguage)}
        options={data().languages.map((id) => ({ id, text: say(texts.languages[id]) }))}
        now={language}
        choose={(id) => set({ language: id })}
      />
      <Strip scene={scene} />
      <Zoom />
      <label>
        <input type="checkbox" checked={spots} onChange={() => set({ spots: !spots })} /> {say(texts.spots)}
      </label>
      {isStacked && (
        <label>
          {say(texts.mix)}{' '}
          <input type="range" min="0" max="100" value={mix} onChange={({ target }) => set({ mix: Number(target.value) })} />
        </label>
      )}
    </div>
  );
}

function Zoom() {
  const { zoom } = get();
  return (
    <fieldset className="choice" aria-label={say(texts.zoom)}>
      <button type="button" aria-label={say(texts.zoomOut)} onClick={() => zoomBy(-1)}>
        −
      </button>
      <button type="button" onClick={() => set({ zoom: undefined })}>
        {zoom === undefined ? say(texts.fit) : `${Math.round(zoom * 100)} %`}
      </button>
      <button type="button" aria-label={say(texts.zoomIn)} onClick={() => zoomBy(1)}>
        +
      </button>
    </fieldset>
  );
}

/** The three looks of a screen, small; a click takes one. */
function Strip({ scene: { takes } }: { scene: SceneView }) {
  const { language, theme } = get();
  const take = takes[language];
  return (
    <fieldset className="strip" aria-label={say(texts.theme)}>
      {THEMES.filter((id) => take?.pictures[id]).map((id) => (
        <button key={id} type="button" aria-pressed={id === theme} title={say(texts.themes[id])} onClick={() => set({ theme: id })}>
          <img src={picture(take?.pictures[id])} alt={say(texts.themes[id])} />
        </button>
      ))}
    </fieldset>
  );
}
