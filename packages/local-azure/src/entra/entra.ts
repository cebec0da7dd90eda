import type { World } from '../world/world';
import type { Authority } from './authority';

export interface Entra {
  world: World;
  authority: Authority;
  /** Where pages that sign people in wait for the answer, letter by letter. */
  redirectUris: readonly string[];
  /** Where people find our pages without TLS, known once we listen. */
  url?: string;
}
