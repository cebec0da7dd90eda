import { useEffect, useRef } from 'react';
import { notify, renotify, type Notice } from './notifications';

/** Keeps one notification in step with something that runs; give undefined while there is nothing to say. */
export function useProgressNotification(notice: Notice | undefined): void {
  const id = useRef<number>(undefined);
  const { title, body, intent, href } = notice ?? {};

  useEffect(() => {
    if (title === undefined || intent === undefined) return;
    const said = { title, intent, ...(body !== undefined && { body }), ...(href !== undefined && { href }) };
    if (id.current === undefined) id.current = notify(said);
    else renotify(id.current, said);
  }, [title, body, intent, href]);
}
