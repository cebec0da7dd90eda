import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { get, onChange, say } from './state';
import { texts } from './texts';
import { Board } from './views/board';
import { Figure } from './views/figure';
import { Findings } from './views/findings';
import { Summary } from './views/summary';
import { Top } from './views/top';

const VIEWS = { summary: Summary, figures: Figure, board: Board, findings: Findings };

export function Page() {
  const { ui, look, tab, notice, scene, language } = useSyncExternalStore(onChange, get);
  const View = VIEWS[tab];
  useLayoutEffect(() => {
    document.documentElement.lang = ui;
    document.documentElement.dataset['look'] = look;
    document.title = `${say(texts.title)} – Tresor`;
  }, [ui, look]);
  useEffect(() => {
    const place = tab === 'figures' ? `#${scene}/${language}` : `#${tab}`;
    if (location.hash !== place) history.replaceState(null, '', place);
  }, [tab, scene, language]);
  return (
    <>
      <Top />
      <output className="notice">{notice}</output>
      <View />
      <footer>{say(texts.keys)}</footer>
    </>
  );
}

/** How to make a report, where there is none. */
export const NoReport = () => (
  <main>
    <h1>{say(texts.title)}</h1>
    <p>{say(texts.none)}</p>
    <pre>npm run review -- --docs &lt;folder or file&gt;</pre>
  </main>
);
