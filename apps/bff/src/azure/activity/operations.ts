interface LogEvent {
  eventTimestamp: string;
  operationName?: { value?: string | null | undefined } | null | undefined;
  status?: { value?: string | null | undefined } | null | undefined;
  resourceId?: string | null | undefined;
  correlationId?: string | null | undefined;
  operationId?: string | null | undefined;
}

export interface LoggedOperation<Event> {
  first: Event;
  /** What the log said of it last. */
  last: Event;
  isOver: boolean;
}

const GOES_ON: ReadonlySet<string> = new Set(['Started', 'Accepted']);

/**
 * Azure writes one event when something is asked, one when it is accepted and one when that has ended: they are one operation on one
 * resource. Events and operations come newest first.
 */
export function operationsIn<Event extends LogEvent>(events: readonly Event[]): LoggedOperation<Event>[] {
  const found = new Map<string, LoggedOperation<Event>>();
  for (const [position, event] of events.entries()) {
    const { operationId, correlationId, operationName, resourceId } = event;
    const of = operationId ?? correlationId ?? String(position);
    const key = [of, operationName?.value, resourceId].join(' ').toLowerCase();
    const last = found.get(key)?.last ?? event;
    found.set(key, { first: event, last, isOver: !GOES_ON.has(last.status?.value ?? '') });
  }
  return [...found.values()].toSorted((a, b) => Date.parse(b.first.eventTimestamp) - Date.parse(a.first.eventTimestamp));
}
