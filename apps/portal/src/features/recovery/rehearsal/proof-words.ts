import type { MachineProof, RecoveryMachineView } from '@tresor/contracts';
import type { Formats } from '../../../language/formats';
import type { Text } from '../../../language/use-text';
import { messages, screenWords } from './messages';

export const agentWords = (proof: MachineProof | null, text: Text): string =>
  text(proof === null ? messages.notUp : proof.agentReady ? messages.agentReady : messages.agentSilent);

export function diskWords(proof: MachineProof | null, text: Text): string {
  const all = proof?.disks ?? [];
  const encrypted = all.filter(({ state }) => state === 'encrypted').length;
  return proof === null ? '' : text(messages.diskCount, { encrypted, total: all.length });
}

/** What became of the picture of the screen. */
export function pictureWords(proof: MachineProof | null, text: Text): string {
  if (proof === null) return '';
  if (proof.screen !== null) return text(screenWords[proof.screen.state]);
  return text(proof.hasScreenshot === null ? screenWords.unseen : proof.hasScreenshot ? messages.screenNotKept : screenWords.none);
}

/** How long a machine took until it ran, beside what is wanted. */
export function tookWords(
  { recoverySeconds }: Pick<RecoveryMachineView, 'recoverySeconds'>,
  rtoMinutes: number | null,
  text: Text,
  format: Formats,
): string {
  return recoverySeconds === null ? text(messages.notUp) : against(recoverySeconds, rtoMinutes, text, format);
}

export function against(seconds: number, minutes: number | null, text: Text, format: Formats): string {
  const took = format.duration(seconds);
  return minutes === null ? took : text(messages.wanted, { took, wanted: format.duration(minutes * 60) });
}
