import type { Restorability, VerdictReason } from '@tresor/contracts';
import { defineMessages, type Message } from '../language/messages';
import type { Status } from './status';

const states = defineMessages({
  restorable: { de: 'Ja', en: 'Yes' },
  'needs-keys': { de: 'Ja, Schlüssel zuerst', en: 'Yes, keys first' },
  'may-need-keys': { de: 'Ja, vielleicht Schlüssel zuerst', en: 'Yes, maybe keys first' },
  blocked: { de: 'Nein', en: 'No' },
  unknown: { de: 'Nicht feststellbar', en: 'Can’t be determined' },
});

const STATUS: Readonly<Record<Restorability['state'], Status>> = {
  restorable: 'success',
  'needs-keys': 'warning',
  'may-need-keys': 'warning',
  blocked: 'error',
  unknown: 'unknown',
};

export const verdictWord = (state: Restorability['state']): { status: Status; word: Message } => ({
  status: STATUS[state],
  word: states[state],
});

interface ReasonWords {
  reason: Message;
  todo: Message;
}

const goOn: Message = {
  de: 'Wählen Sie den Punkt ruhig aus: Im Schritt „Schlüssel und Geheimnis“ holen Sie beides zurück.',
  en: 'You can select this point: you bring both back in the step “Key and secret”.',
};
const enableFirst: Message = {
  de: 'Aktivieren Sie die Version im Schlüsseltresor, oder holen Sie sie im Schritt „Schlüssel und Geheimnis“ aus der Sicherung zurück.',
  en: 'Enable the version in the key vault, or bring it back from the backup in the step “Key and secret”.',
};

const REASONS: Readonly<Record<VerdictReason, ReasonWords>> = {
  'item-deleted': {
    reason: { de: 'Die Sicherungsdaten sind gelöscht.', en: 'The backup data is deleted.' },
    todo: { de: 'Machen Sie das Löschen zuerst rückgängig.', en: 'Undelete it first.' },
  },
  'no-valid-tier': {
    reason: {
      de: 'Azure hat die Daten dieses Punkts nicht mehr: weder als Momentaufnahme noch im Recovery Services-Tresor.',
      en: 'Azure no longer has this point’s data, either as a snapshot or in the vault.',
    },
    todo: { de: 'Wählen Sie einen anderen Punkt.', en: 'Select another point.' },
  },
  archived: {
    reason: {
      de: 'Dieser Punkt liegt nur noch im Archiv. Azure muss ihn erst in den Recovery Services-Tresor zurückholen (reaktivieren), was bis zu 15 Stunden dauert; das tut Tresor nicht.',
      en: 'This point is only in the archive. Azure has to bring it back to the vault first (rehydration), which takes up to 15 hours; Tresor doesn’t do that.',
    },
    todo: {
      de: 'Wählen Sie einen Punkt im Recovery Services-Tresor, oder stellen Sie diesen mit der Azure CLI wieder her: az backup restore restore-disks … --rehydration-priority Standard.',
      en: 'Select a point in the vault, or restore this one with the Azure CLI: az backup restore restore-disks … --rehydration-priority Standard.',
    },
  },
  'secret-not-there': {
    reason: {
      de: 'Das Geheimnis (BEK) von damals ist nicht mehr im Schlüsseltresor.',
      en: 'The secret (BEK) from that time is no longer in the key vault.',
    },
    todo: goOn,
  },
  'secret-disabled': {
    reason: { de: 'Das Geheimnis (BEK) ist deaktiviert.', en: 'The secret (BEK) is disabled.' },
    todo: enableFirst,
  },
  'secret-expired': {
    reason: { de: 'Das Geheimnis (BEK) ist abgelaufen.', en: 'The secret (BEK) has expired.' },
    todo: enableFirst,
  },
  'key-not-there': {
    reason: {
      de: 'Der Schlüssel (KEK) von damals ist nicht mehr im Schlüsseltresor.',
      en: 'The key (KEK) from that time is no longer in the key vault.',
    },
    todo: goOn,
  },
  'key-disabled': { reason: { de: 'Der Schlüssel (KEK) ist deaktiviert.', en: 'The key (KEK) is disabled.' }, todo: enableFirst },
  'key-expired': { reason: { de: 'Der Schlüssel (KEK) ist abgelaufen.', en: 'The key (KEK) has expired.' }, todo: enableFirst },
  'key-vault-deleted': {
    reason: { de: 'Der Schlüsseltresor ist gelöscht, lässt sich aber zurückholen.', en: 'The key vault is deleted but can be recovered.' },
    todo: goOn,
  },
  'key-vault-missing': {
    reason: { de: 'Den Schlüsseltresor gibt es nicht mehr.', en: 'The key vault no longer exists.' },
    todo: goOn,
  },
  'key-vault-unreadable': {
    reason: {
      de: 'Sie dürfen den Schlüsseltresor nicht lesen. Darum ist nicht zu sehen, ob Schlüssel und Geheimnis noch da sind.',
      en: 'You can’t read the key vault, so Tresor can’t tell whether the key and secret are still there.',
    },
    todo: {
      de: 'Bitten Sie um Leserechte auf Schlüssel und Geheimnisse. Die Datenträger lassen sich schon wiederherstellen.',
      en: 'Ask for read access to keys and secrets. The disks can already be restored.',
    },
  },
  'key-vault-firewalled': {
    reason: {
      de: 'Die Firewall des Schlüsseltresors lässt den Server von Tresor nicht durch. Darum ist nicht zu sehen, ob Schlüssel und Geheimnis noch da sind.',
      en: 'The key vault’s firewall doesn’t let the Tresor server through, so Tresor can’t tell whether the key and secret are still there.',
    },
    todo: {
      de: 'Bitten Sie darum, in den Netzwerkeinstellungen des Schlüsseltresors die Adresse des Servers von Tresor zuzulassen. Die Datenträger lassen sich schon wiederherstellen.',
      en: 'Ask for the Tresor server’s address to be allowed in the key vault’s network settings. The disks can already be restored.',
    },
  },
  'key-vault-registering': {
    reason: {
      de: 'Azure richtet den Schlüsseltresor gerade ein. Ob Schlüssel und Geheimnis da sind, ist erst danach zu sehen.',
      en: 'Azure is setting up the key vault. Only after that can Tresor tell whether the key and secret are there.',
    },
    todo: {
      de: 'Aktualisieren Sie in einigen Sekunden. Die Datenträger lassen sich schon wiederherstellen.',
      en: 'Refresh in a few seconds. The disks can already be restored.',
    },
  },
  'keys-out-of-sight': {
    reason: {
      de: 'Ob inzwischen jemand Schlüssel und Geheimnis in einen anderen Schlüsseltresor zurückgeholt hat, dürfen Sie nicht sehen.',
      en: 'You can’t see whether someone has since brought the key and secret back to another key vault.',
    },
    todo: goOn,
  },
  'key-vault-not-enabled': {
    reason: {
      de: 'Der Schlüsseltresor ist nicht für die Datenträgerverschlüsselung freigegeben.',
      en: 'The key vault isn’t enabled for disk encryption.',
    },
    todo: goOn,
  },
  'key-vault-other-region': {
    reason: {
      de: 'Der Schlüsseltresor liegt in einer anderen Region. Dort kann kein virtueller Computer seine Schlüssel holen.',
      en: 'The key vault is in another region. No virtual machine can fetch its keys from there.',
    },
    todo: goOn,
  },
  'key-vault-other-geography': {
    reason: {
      de: 'Der Schlüsseltresor liegt in einer anderen Geografie. Azure stellt Schlüssel nur in der Geografie wieder her, in der sie waren.',
      en: 'The key vault is in another geography. Azure restores keys only to the geography they were in.',
    },
    todo: {
      de: 'Wählen Sie einen Punkt, dessen Schlüssel in der Geografie des Recovery Services-Tresors lagen.',
      en: 'Select a point whose keys were in the vault’s geography.',
    },
  },
  'key-vault-other-subscription': {
    reason: {
      de: 'Der Schlüsseltresor gehört zu einem anderen Abonnement. Azure stellt Schlüssel nur im selben Abonnement wieder her.',
      en: 'The key vault belongs to another subscription. Azure restores keys only to the same subscription.',
    },
    todo: {
      de: 'Wählen Sie einen Punkt, dessen Schlüssel im Abonnement des Recovery Services-Tresors lagen.',
      en: 'Select a point whose keys were in the vault’s subscription.',
    },
  },
  'snapshot-only-after-key-rotation': {
    reason: {
      de: 'Der Punkt liegt nur als Momentaufnahme vor, und der Schlüssel wurde inzwischen erneuert. Ohne Entra-Anwendung verschlüsselte Datenträger gibt Azure dann nicht mehr heraus.',
      en: 'The point is only a snapshot, and the key has been rotated since. In that case, Azure no longer returns disks that were encrypted without an Entra application.',
    },
    todo: {
      de: 'Wählen Sie einen Punkt, der im Recovery Services-Tresor liegt.',
      en: 'Select a point that is stored in the vault.',
    },
  },
};

const putBackByCustomer: Message = {
  de: 'Schlüssel und Geheimnisse in den Schlüsseltresoren des Kunden können Sie nicht schreiben, gleich welche Rolle Sie haben. Zurückbringen kann sie nur der Kunde.',
  en: 'You can’t write keys and secrets in the customer’s key vaults, whatever role you have. Only the customer can put them back.',
};
const lookedAtByCustomer: Message = {
  de: 'Schlüssel und Geheimnisse in den Schlüsseltresoren des Kunden können Sie nicht lesen, gleich welche Rolle Sie haben. Bitten Sie den Kunden nachzusehen. Die Datenträger lassen sich schon wiederherstellen.',
  en: 'You can’t read keys and secrets in the customer’s key vaults, whatever role you have. Ask the customer to look. The disks can already be restored.',
};

/** What to do where a customer has delegated the subscription: no role there reaches keys and secrets. */
const TODO_OF_PROVIDER: Readonly<Partial<Record<VerdictReason, Message>>> = {
  'secret-not-there': putBackByCustomer,
  'secret-disabled': putBackByCustomer,
  'secret-expired': putBackByCustomer,
  'key-not-there': putBackByCustomer,
  'key-disabled': putBackByCustomer,
  'key-expired': putBackByCustomer,
  'key-vault-missing': putBackByCustomer,
  'key-vault-other-region': putBackByCustomer,
  'key-vault-unreadable': lookedAtByCustomer,
  'key-vault-firewalled': lookedAtByCustomer,
  'keys-out-of-sight': lookedAtByCustomer,
};

export const todoOfProvider = (reason: VerdictReason): Message | undefined => TODO_OF_PROVIDER[reason];

/** `isDelegated`: whether the point lies in a subscription that a customer has delegated. */
export const reasonWords = (reason: VerdictReason, isDelegated = false): ReasonWords => {
  const words = REASONS[reason];
  return isDelegated ? { ...words, todo: todoOfProvider(reason) ?? words.todo } : words;
};

/** What rules a point out whatever becomes of keys. */
const RULES_OUT: ReadonlySet<VerdictReason> = new Set([
  'item-deleted',
  'no-valid-tier',
  'archived',
  'key-vault-other-geography',
  'key-vault-other-subscription',
  'snapshot-only-after-key-rotation',
]);
/** Why a point is ruled out that nothing else rules out. */
export const NOT_HELD: ReasonWords = {
  reason: {
    de: 'Die Sicherung dieses Punkts enthält nicht alles, was fehlt.',
    en: 'This point’s backup doesn’t hold everything that’s missing.',
  },
  todo: { de: 'Wählen Sie einen anderen Punkt.', en: 'Select another point.' },
};

/** What there is to say where every other point is ruled out, too. */
export const NO_OTHER: ReasonWords = {
  reason: {
    de: 'Auch kein anderer Wiederherstellungspunkt ist brauchbar.',
    en: 'No other restore point can be used either.',
  },
  todo: {
    de: 'Gibt es den virtuellen Computer noch, kann eine neue Sicherung einen brauchbaren bringen.',
    en: 'If the virtual machine still exists, a new backup can bring a usable one.',
  },
};

const restoreThis: Message = {
  de: 'Stellen Sie diesen mit der Azure CLI wieder her: az backup restore restore-disks … --rehydration-priority Standard.',
  en: 'Restore this one with the Azure CLI: az backup restore restore-disks … --rehydration-priority Standard.',
};

/** Of deleted data nobody knows what becomes of the other points once it is back. */
function todosWithoutOther(reasons: readonly VerdictReason[]): Message[] {
  if (reasons.includes('item-deleted')) return [REASONS['item-deleted'].todo];
  return [...(reasons.includes('archived') ? [restoreThis] : []), NO_OTHER.reason, NO_OTHER.todo];
}

const rulingOut = (reasons: readonly VerdictReason[]): VerdictReason[] => reasons.filter((reason) => RULES_OUT.has(reason));

interface Told {
  /** Whether the point lies in a subscription that a customer has delegated. */
  isDelegated?: boolean;
  /** Whether another point may be usable where this one is ruled out. */
  hasOther?: boolean;
}

/** Why a point needs something first, or cannot be used, and what to do: a sentence each, once. Of one that is ruled out nobody is told to select it. */
export function explanationOf({ state, reasons }: Restorability, { isDelegated = false, hasOther = true }: Told = {}): Message[] {
  const isBlocked = state === 'blocked';
  const telling = isBlocked ? rulingOut(reasons) : reasons;
  const isNotHeld = isBlocked && reasons.length > 0 && telling.length === 0;
  const told = [...reasons.map((reason) => reasonWords(reason).reason), ...(isNotHeld ? [NOT_HELD.reason] : [])];
  if (isBlocked && !hasOther) return [...new Set([...told, ...todosWithoutOther(reasons)])];
  const todos = telling.map((reason) => reasonWords(reason, isDelegated).todo);
  return [...new Set([...told, ...todos, ...(isNotHeld ? [NOT_HELD.todo] : [])])];
}

/** The entries of the help that say of a point what is said beside it: of one that is ruled out, none that says how it can be selected. */
export function pointHelpOf({ state, reasons }: Restorability, hasOther = true): string[] {
  if (state === 'blocked' && !hasOther) return [reasons.includes('item-deleted') ? 'point-item-deleted' : 'point-no-other'];
  const telling = state === 'blocked' ? rulingOut(reasons) : reasons;
  return (telling.length > 0 ? telling : ['not-held']).map((reason) => `point-${reason}`);
}

const isReason = (reason: string): reason is VerdictReason => Object.hasOwn(REASONS, reason);

export const VERDICT_REASONS: readonly (readonly [VerdictReason, ReasonWords])[] = Object.keys(REASONS)
  .filter(isReason)
  .map((reason) => [reason, REASONS[reason]]);
