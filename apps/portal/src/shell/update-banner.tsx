import { Button } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { isUpdated, watchUpdate } from '../api/update';
import { useText } from '../language/use-text';
import { Banner } from './banner';
import { messages } from './messages';

/** Asks once, for however many blades, to load the page of the new build. */
export function UpdateBanner() {
  const text = useText();
  const updated = useSyncExternalStore(watchUpdate, isUpdated);
  return (
    <Banner>
      {updated ? (
        <>
          {text(messages.updated)}
          <Button size="small" onClick={() => window.location.reload()}>
            {text(messages.reload)}
          </Button>
        </>
      ) : null}
    </Banner>
  );
}
