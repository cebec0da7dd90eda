import { useEffect, useRef } from 'react';
import { byAzure } from '../api/azure-time';
import { keepSeenList, seenList, type SeenList } from '../kept/seen-list';
import { useFormat } from '../language/use-format';
import { useText } from '../language/use-text';
import { messages } from '../ui/messages';
import { whenIdle } from '../ui/when-idle';
import { newestBody } from './newest-body';
import { useDepth, useStack } from './stack-context';

/**
 * What the newest list showed before the page was loaded again, until it is read; and keeps what it shows for the next load. `readAt` is
 * when that was read, in milliseconds since 1970. What somebody has typed or pressed into it would not be there then.
 */
export function useSeenList(readAt = 0): SeenList | undefined {
  const text = useText();
  const format = useFormat();
  const { leading } = useStack();
  const leads = useDepth() === leading;
  const touched = useRef(false);

  useEffect(() => {
    const body = leads ? newestBody() : null;
    const touch = () => {
      touched.current = true;
    };
    for (const event of ['click', 'input']) body?.addEventListener(event, touch);
    return () => {
      for (const event of ['click', 'input']) body?.removeEventListener(event, touch);
    };
  }, [leads]);

  useEffect(() => {
    if (!leads || readAt === 0) return undefined;
    return whenIdle(() => {
      const body = newestBody();
      if (body !== null && !touched.current) keepSeenList(body, text(messages.seenAt, { time: format.dateTime(byAzure(readAt)) }));
    });
  }, [leads, readAt, text, format]);

  return leads && readAt === 0 ? seenList() : undefined;
}
