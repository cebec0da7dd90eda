import { Code20Regular } from '@fluentui/react-icons';
import type { BladeCommand } from '../../blades/command-bar';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';

const messages = defineMessages({ script: { de: 'Skript', en: 'Script' } });

/** The command that shows what a blade does as a script. `reason`: why there is none yet. */
export function useScriptCommand(href: string, reason?: string): BladeCommand {
  const text = useText();
  return { id: 'script', label: text(messages.script), icon: <Code20Regular />, href, reason };
}
