import type { Shell } from '@tresor/scripts/encryption';
import { defineMessages, type Message } from '../language/messages';

/** What a script is written in. */
export const shellNames: Readonly<Record<Shell, Message>> = defineMessages({
  az: { de: 'Azure CLI (az) in bash', en: 'Azure CLI (az) in bash' },
  powershell: { de: 'PowerShell, Module Az', en: 'PowerShell, Az modules' },
});

export const scriptLanguage: Message = { de: 'Sprache des Skripts', en: 'Script language' };
