import { makeStyles, tokens } from '@fluentui/react-components';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { useEffect, useState } from 'react';
import { isGone, isUnseen, standingsQuery } from '../../../azure/items/standings';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { standingMessages } from '../../../words/standing-words';
import { messages } from './messages';

const useStyles = makeStyles({ line: { margin: '6px 0 0', fontSize: tokens.fontSizeBase200 } });

const QUIET_MS = 250;

/** Once all that the page shows first has been read for a moment. */
function useIsQuiet(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  const isReading = useIsFetching() > 0;
  useEffect(() => {
    if (isReading || isQuiet) return undefined;
    const timer = setTimeout(() => setQuiet(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isReading, isQuiet]);
  return isQuiet;
}

/** Below the number of machines that a vault backs up: which of them are gone, and of which nobody can tell, as its list says it. */
export function MissingMachines({ vault }: { vault: VaultPath }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const isQuiet = useIsQuiet();
  // All items of the vault, of which it may have thousands.
  const { data = [], error } = useQuery({ ...standingsQuery(vault), enabled: isQuiet });
  const line = (message: typeof messages.gone, names: readonly string[]) =>
    names.length > 0 && <p className={styles.line}>{text(message, { count: names.length, names: namedFew(names, format, text) })}</p>;
  if (data.length === 0 && error !== null) return <p className={styles.line}>{text(standingMessages.unread)}</p>;
  const named = (isSuch: typeof isGone) => data.filter(isSuch).map(({ name }) => name);
  return (
    <>
      {line(messages.gone, named(isGone))}
      {line(standingMessages.unseen, named(isUnseen))}
    </>
  );
}
