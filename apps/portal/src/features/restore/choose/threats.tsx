import type { Threat } from '@tresor/contracts';
import { own } from '../../../api/own';
import { defineMessages, type Message } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText, type Text } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';

const messages = defineMessages({
  found: {
    de: 'Microsoft Defender for Cloud meldet zu diesem Punkt Bedrohungen.',
    en: 'Microsoft Defender for Cloud reports threats for this point.',
  },
  named: { de: '{title} (Schweregrad: {severity}, seit {since})', en: '{title} (severity: {severity}, since {since})' },
  newestClean: {
    de: 'Der neueste brauchbare Punkt ohne gemeldete Bedrohung ist vom {moment}.',
    en: 'The newest usable point without a reported threat is from {moment}.',
  },
  noneClean: {
    de: 'Einen brauchbaren Punkt ohne gemeldete Bedrohung gibt es nicht.',
    en: 'There’s no usable point without a reported threat.',
  },
  unstated: { de: 'nicht angegeben', en: 'not stated' },
});

const severities = defineMessages({
  Critical: { de: 'kritisch', en: 'critical' },
  High: { de: 'hoch', en: 'high' },
  Medium: { de: 'mittel', en: 'medium' },
  Low: { de: 'niedrig', en: 'low' },
  Warning: { de: 'Warnung', en: 'warning' },
  Informational: { de: 'Information', en: 'informational' },
});

function severityWord(severity: string | null, text: Text): string {
  if (severity === null) return text(messages.unstated);
  const known = own<Message>(severities, severity);
  return known === undefined ? severity : text(known);
}

interface ThreatsProps {
  threats: readonly Threat[];
  /** The newest usable point in which nothing was found; null: there is none; undefined: not all points were looked at. */
  newestClean: string | null | undefined;
}

/** What was found in a restore point, and which one to take instead. */
export function Threats({ threats, newestClean }: ThreatsProps) {
  const text = useText();
  const format = useFormat();
  const named = ({ title, severity, since }: Threat) =>
    text(messages.named, {
      title,
      severity: severityWord(severity, text),
      since: since === null ? text(messages.unstated) : format.dateTime(since),
    });
  return (
    <>
      <StatusBadge status="warning">{text(messages.found)}</StatusBadge>
      {threats.length > 0 && (
        <ul>
          {threats.map((threat) => (
            <li key={`${threat.title} ${threat.since}`} title={threat.description ?? undefined}>
              {named(threat)}
            </li>
          ))}
        </ul>
      )}
      {newestClean === null && <div>{text(messages.noneClean)}</div>}
      {typeof newestClean === 'string' && <div>{text(messages.newestClean, { moment: format.dateTime(newestClean) })}</div>}
    </>
  );
}
