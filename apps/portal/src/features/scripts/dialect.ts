import type { Dialect } from '@tresor/scripts';
import { storedChoice } from '../../kept/stored-choice';

export const DIALECTS = ['az', 'Az', 'AzureRM'] as const satisfies readonly Dialect[];

/** In which language the person runs scripts. */
export const dialect = storedChoice<Dialect>('tresor.dialect', DIALECTS, () => 'az');
