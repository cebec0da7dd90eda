import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular, Search16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { loadPart } from '../api/load-code';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { palette } from '../theme/theme';
import { messages } from './messages';
import { ServiceEntry } from './service-entry';
import { filterServices, SERVICES } from './services';
import { focusOnArrival } from '../ui/focus-on-arrival';

const FoundItems = lazy(() => loadPart(() => import('./found-items')));
/** Fewer are in nearly every name. */
const FEWEST_LETTERS = 2;

const useStyles = makeStyles({
  flyout: {
    position: 'absolute',
    zIndex: 2,
    top: 0,
    bottom: 0,
    left: 0,
    display: 'flex',
    flexDirection: 'column',
    width: '320px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: '8px 12px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${palette.tresorLine}`,
    boxShadow: tokens.shadow16,
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  hint: { margin: '2px 0 4px', textAlign: 'right', fontSize: tokens.fontSizeBase200 },
  list: { margin: '10px -12px 0', padding: 0, listStyleType: 'none', overflowY: 'auto' },
});

/** Every service, narrowing with each letter. */
export function Browse() {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [opener] = useState(() => document.activeElement);
  const found = filterServices(SERVICES, typed);
  const close = () => {
    void navigate(paths.home());
    if (opener instanceof HTMLElement) opener.focus();
  };
  const openOnly = () => {
    const [first] = found;
    if (first?.href !== undefined) void navigate(first.href);
  };
  return (
    <section className={styles.flyout} aria-labelledby="browse-title">
      <div className={styles.top}>
        <h2 id="browse-title" className={styles.title}>
          {text(messages.browse)}
        </h2>
        <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={text(messages.close)} onClick={close} />
      </div>
      <p id="favorite-hint" className={styles.hint}>
        {text(messages.favoriteHint)}
      </p>
      <Input
        ref={focusOnArrival}
        type="search"
        aria-label={text(messages.filterServices)}
        aria-describedby="favorite-hint"
        placeholder={text(messages.filter)}
        contentBefore={<Search16Regular />}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') openOnly();
          if (event.key === 'Escape' && typed === '') close();
        }}
      />
      <output className="visually-hidden">{text(messages.servicesFound, { count: found.length })}</output>
      {found.length === 0 && <p>{text(messages.noService)}</p>}
      {typed.trim().length >= FEWEST_LETTERS && (
        <Suspense>
          <FoundItems typed={typed} />
        </Suspense>
      )}
      <ul aria-label={text(messages.services)} className={styles.list}>
        {found.map((service) => (
          <li key={service.id}>
            <ServiceEntry service={service} />
          </li>
        ))}
      </ul>
    </section>
  );
}
