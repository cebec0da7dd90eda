import type { Params } from 'react-router';
import type { Message } from '../language/messages';
import type { BladeSize } from '../map/map';

export type BladeTitle = Message | ((params: Params) => string | Message);

/** What a route of the tree carries when it is a blade. */
export interface BladeHandle {
  bladeTitle: BladeTitle;
  /** Fetches the code of the blade before it is opened. */
  prepare: () => void;
  /** The blades that open from this one in turn are prepared as soon as it stands. */
  next: readonly BladeHandle[];
  /** Lists and dashboards, to which one returns. */
  pinnable: boolean;
  /** How wide it likes to be while it leads, and behind the blade that does. */
  size: BladeSize;
  sizeBehind: BladeSize;
  /** Its title has an icon before it. */
  hasIcon: boolean;
}

export const isBladeHandle = (handle: unknown): handle is BladeHandle =>
  typeof handle === 'object' && handle !== null && 'bladeTitle' in handle;
