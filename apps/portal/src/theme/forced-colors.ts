/** With the colors of the operating system no background of ours is left: what a color said must be said another way. */
const forcedColors = '@media (forced-colors: active)';

/** What cannot be used now. */
export const forcedUnavailable = { [forcedColors]: { color: 'GrayText', '& span': { color: 'inherit' } } } as const;

const BAR = 6;

/** What is selected or current: a bar at its left edge, taken from what its content is indented by. */
export const forcedSelected = (indent: number) =>
  ({ [forcedColors]: { borderLeft: `${BAR}px solid Highlight`, paddingLeft: `${indent - BAR}px` } }) as const;
