import type { Params } from 'react-router';
import type { Message } from '../i18n/messages';

export type BladeTitle = Message | ((params: Params) => string | Message);

/** What a route of the tree carries when it is a blade. */
export interface BladeHandle {
  bladeTitle: BladeTitle;
}

export const isBladeHandle = (handle: unknown): handle is BladeHandle =>
  typeof handle === 'object' && handle !== null && 'bladeTitle' in handle;
