import type { Formats } from '../../language/formats';
import { namedFew } from '../../language/named-few';
import type { Text } from '../../language/use-text';
import { chainMessages, keyStates } from '../key-chain/chain-messages';
import type { FirstBackupFailure } from './first-backup-failures';
import { messages } from './messages';

const namesOf = (things: readonly { name: string }[]) => [...new Set(things.map(({ name }) => name))];

/** What first backups fail for, as part of a sentence. */
export function whyOf(failures: Iterable<FirstBackupFailure>, text: Text, format: Pick<Formats, 'list'>): string {
  const all = [...failures];
  const lacking = namesOf(all.flatMap((one) => one.lacking));
  const missing = namesOf(all.flatMap((one) => one.missing));
  const broken = new Set(
    all.flatMap((one) =>
      one.broken.map(({ link, name, state }) =>
        text(messages.broken, { link: text(chainMessages[link]), name, state: text(keyStates[state]) }),
      ),
    ),
  );
  return [
    ...(lacking.length > 0 ? [text(messages.lacking, { keyVaults: namedFew(lacking, format, text) })] : []),
    ...(missing.length > 0 ? [text(messages.missing, { keyVaults: namedFew(missing, format, text), count: missing.length })] : []),
    ...broken,
  ].join('; ');
}

/** “Protected, first backup will fail: …” */
export const willFail = (failure: FirstBackupFailure, text: Text, format: Pick<Formats, 'list'>): string =>
  text(messages.because, { what: text(messages.willFail), why: whyOf([failure], text, format) });
