import type { Edition } from '@tresor/support-matrix';
import { storedChoice } from './stored-choice';

/** Which rules hold: those of the article of January 2017, or those of today. */
export const edition = storedChoice<Edition>('tresor.edition', ['2017-01', 'current'], () => '2017-01');

export const useEdition = (): Edition => edition.use();
