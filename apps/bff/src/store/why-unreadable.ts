import { ConfigError } from '../config';
import { Problem } from '../problem';
import { StoreError } from './store-error';

const REFUSED: Partial<Record<Problem['code'], string>> = {
  'store-replaced': 'The database is not the one whose number is in TRESOR_DATA.',
  'store-other-version': 'The database was written by a newer version of Tresor.',
};

/** In one sentence, for the person at the terminal. */
export function whyUnreadable(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  const reason = error instanceof Problem ? (REFUSED[error.code] ?? error.details.cause ?? error) : error;
  return typeof reason === 'string' ? reason : `The store cannot be read: ${String(reason)}`;
}
