import type { DurationBasis, Outlined, Share, TimedStep, Wait } from '@tresor/support-matrix';
import type { Formats } from '../../../language/formats';
import type { Message } from '../../../language/messages';
import type { Text } from '../../../language/use-text';
import { lengthWords } from '../../../words/length-words';
import { stepTitles } from '../../../words/restore-steps';
import { messages } from './messages';

/** What the duration of the disks rests on. */
export function basisWords(basis: DurationBasis, text: Text, format: Formats): string {
  switch (basis.kind) {
    case 'machine':
      return text(messages.byMachine, { count: basis.count });
    case 'size':
      return text(messages.bySize, { size: format.number(basis.gibibytes), count: basis.count });
    case 'vault':
      return text(messages.byVault, { count: basis.count });
    case 'backup':
      return text(messages.byBackup, { size: format.number(basis.gibibytes) });
    case 'snapshot':
      return text(messages.bySnapshot);
    default:
      return text(messages.assumed);
  }
}

/** What the duration of another step rests on: jobs of its kind, if on anything. */
export const jobWords = (basis: DurationBasis, text: Text): string =>
  basis.kind === 'vault' ? text(messages.byJobs, { count: basis.count }) : text(messages.assumedStep);

const LIMITS: Readonly<Record<Exclude<Share['of'], TimedStep>, Message<'time'>>> = {
  'key-vault': messages.shareKeyVault,
  'arm-reads': messages.shareReads,
  'arm-writes': messages.shareWrites,
  'key-vault-calls': messages.shareKeyVaultCalls,
};

const isStep = (of: Share['of']): of is TimedStep => of in stepTitles;

/** What decides how long the whole takes, in a sentence or two. */
export function decidingWords({ shares: [first], waves }: Outlined, text: Text, format: Formats): string {
  if (!first) return '';
  const time = lengthWords(first.seconds, text, format);
  const said = text(messages.decides, { share: shareWords(first.of, time, text) });
  return waves > 1 ? `${said} ${text(messages.overWaves, { count: waves })}` : said;
}

function shareWords(of: Share['of'], time: string, text: Text): string {
  if (!isStep(of)) return text(LIMITS[of], { time });
  return of === 'disks' ? text(messages.shareDisks, { time }) : text(messages.shareStep, { step: text(stepTitles[of]), time });
}

const WAITS: Readonly<Record<Wait, Message>> = {
  wave: messages.waitWave,
  'key-vault': messages.waitKeyVault,
  'arm-reads': messages.waitThrottle,
  'arm-writes': messages.waitThrottle,
  'key-vault-calls': messages.waitThrottle,
};

export const waitWords = (wait: Wait, text: Text): string => text(WAITS[wait]);
