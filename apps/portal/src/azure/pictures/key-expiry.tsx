import type { KeySurvival } from '@tresor/contracts';
import { lazy, Suspense, useMemo } from 'react';
import { loadPart } from '../../api/load-code';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { expiringKeys } from './key-expiry-rows';
import { messages } from './messages';
import { Picture } from './picture';

const ExpiryLine = lazy(() => loadPart(() => import('./expiry-line')));

/** Keys that are shown, the first to run out; the list above has all machines. */
const SHOWN = 10;

/** When the keys and secrets of the newest recovery points run out. */
export function KeyExpiry({ rows }: { rows: readonly KeySurvival[] }) {
  const text = useText();
  const now = useNow();
  const keys = useMemo(() => expiringKeys(rows, now), [rows, now]);
  const more = keys.length - SHOWN;
  return (
    <Picture title={text(messages.keyExpiry)} level={3} isLow={keys.length === 0}>
      {() =>
        keys.length === 0 ? (
          <p>{text(messages.noExpiry)}</p>
        ) : (
          <>
            <Suspense fallback={<p>{text(messages.loading)}</p>}>
              <ExpiryLine
                label={text(messages.keyExpiry)}
                keys={keys.slice(0, SHOWN)}
                now={now}
                to={({ item }) => paths.keySurvivalOfItem(item)}
              />
            </Suspense>
            {more > 0 && <p>{text(messages.moreKeys, { count: more })}</p>}
          </>
        )
      }
    </Picture>
  );
}
