import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { matchPath } from 'react-router';
import { focusNewest } from '../blades/focus-newest';
import { openTour, tourPlaces, type TourId } from '../kept/tours';
import { defineMessages } from '../language/messages';
import { useText } from '../language/use-text';
import { patternOf, type BladeId } from '../map/map';
import { palette } from '../theme/theme';
import { stepAfter, tours } from '../words/tours';
import { useRouterState } from './page-router';

const MARK = 'data-tour-next';

const leadsTo = (link: HTMLAnchorElement, ids: readonly BladeId[]) =>
  link.origin === window.location.origin && ids.some((id) => matchPath(patternOf(id), link.pathname) !== null);

function mark(ids: readonly BladeId[]): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href], #hub a[href]')];
  const next = links.filter((link) => leadsTo(link, ids) && link.checkVisibility());
  // Where a menu leads there, that link; in a list, its first row.
  const [first] = next;
  for (const marked of document.querySelectorAll(`[${MARK}]`)) if (marked !== first) marked.removeAttribute(MARK);
  first?.setAttribute(MARK, '');
}

/** Marks a link that leads to one of these blades, also one that comes later. */
function useMarkedLink(ids: readonly BladeId[]): void {
  useEffect(() => {
    mark(ids);
    const watch = new MutationObserver(() => mark(ids));
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      mark([]);
    };
  }, [ids]);
}

const messages = defineMessages({
  tour: { de: 'Rundgang: {title}', en: 'Tour: {title}' },
  step: { de: 'Schritt {step, number} von {count, number}', en: 'Step {step, number} of {count, number}' },
  back: { de: 'Zurück', en: 'Back' },
  next: { de: 'Überspringen', en: 'Skip' },
  later: { de: 'Später fortsetzen', en: 'Continue later' },
  end: { de: 'Rundgang beenden', en: 'Finish the tour' },
});

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 16px',
    padding: '8px 16px',
    maxHeight: '40vh',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
    backgroundColor: palette.tresorInfoPanel,
    borderTop: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  words: { flexGrow: 1, flexBasis: '320px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  say: { display: 'block' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

function close(): void {
  openTour.set('none');
  focusNewest();
}

/** The tour that is open, under the blades: what to do next. It goes on by itself once that is done, however it was done. */
export default function TourStrip({ id }: { id: TourId }) {
  const styles = useStyles();
  const text = useText();
  // With their addresses: to open the blade of another vault is to open a blade.
  const open = useRouterState(({ matches }) => matches.map(({ route, pathname }) => `${route.id} ${pathname}`).join('\n'));
  const place = tourPlaces[id].use();
  const { title, steps } = tours[id];
  const at = Math.min(Number(place) || 0, steps.length - 1);
  const step = steps[at];
  const isLast = at === steps.length - 1;
  useMarkedLink(step?.until ?? []);

  useEffect(() => {
    const { get, set } = tourPlaces[id];
    const blades = open.split('\n').map((blade) => blade.split(' ', 1).join());
    // Only what was just opened takes a step: going back by the button stays possible.
    set(`${stepAfter(id, Number(get()) || 0, blades)}`);
  }, [id, open]);

  const heading = useRef<HTMLHeadingElement>(null);
  const goTo = (next: number) => {
    tourPlaces[id].set(`${next}`);
    // At either end the button that led there is gone.
    if (next === 0 || next === steps.length - 1) heading.current?.focus();
  };
  const end = () => {
    tourPlaces[id].set('new');
    close();
  };
  return (
    <aside className={styles.strip} aria-labelledby="tour-title">
      <div className={styles.words}>
        <h2 ref={heading} id="tour-title" tabIndex={-1} className={styles.title}>
          {text(messages.tour, { title: text(title) })} · {text(messages.step, { step: at + 1, count: steps.length })}
        </h2>
        <output className={styles.say}>{step && text(step.say)}</output>
      </div>
      <div className={styles.buttons}>
        {at > 0 && (
          <Button size="small" onClick={() => goTo(at - 1)}>
            {text(messages.back)}
          </Button>
        )}
        {!isLast && (
          <Button size="small" onClick={() => goTo(at + 1)}>
            {text(messages.next)}
          </Button>
        )}
        {!isLast && (
          <Button size="small" onClick={close}>
            {text(messages.later)}
          </Button>
        )}
        <Button size="small" appearance={isLast ? 'primary' : 'secondary'} onClick={end}>
          {text(messages.end)}
        </Button>
      </div>
    </aside>
  );
}
