/** With the colours of the operating system no background of ours is left: what a colour said must be said another way. */
const forcedColors = '@media (forced-colors: active)';

/** What cannot be used now. */
export const forcedUnavailable = { [forcedColors]: { color: 'GrayText' } } as const;

/** What is selected or current: a bar at its left edge, taken from its padding. */
export const forcedSelected = (padding: number) =>
  ({ [forcedColors]: { borderLeft: `${padding}px solid Highlight`, paddingLeft: 0 } }) as const;
