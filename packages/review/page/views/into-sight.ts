/** As the ref of what a person has gone to: brings it into sight, once. */
export const intoSight = (element: Element | null): void => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
