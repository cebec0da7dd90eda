import { defineMessages } from '../../../language/messages';

export const outlookMessages = defineMessages({
  reading: {
    de: 'Tresor prüft, ob Sie jeden Schritt selbst gehen können …',
    en: 'Tresor is checking whether you can do every step yourself…',
  },
  open: {
    de: 'Soweit zu sehen ist, können Sie jeden Schritt bis zum laufenden virtuellen Computer selbst gehen.',
    en: 'As far as Tresor can see, you can do every step up to the running virtual machine yourself.',
  },
  closed: {
    de: 'Nicht jeden Schritt dieser Wiederherstellung können Sie selbst gehen:',
    en: 'You can’t do every step of this restore yourself:',
  },
  readOnly: {
    de: 'Das Abonnement ist deaktiviert, oder es wird bald deaktiviert: Azure lehnt jeden Schritt dieser Wiederherstellung ab. Reaktivieren kann es sein Besitzer im Azure-Portal.',
    en: 'The subscription is disabled, or will be soon: Azure refuses every step of this restore. Its owner can reactivate it in the Azure portal.',
  },
  refused: {
    de: 'Der virtuelle Computer kommt zurück, wird danach aber nicht gesichert, wer auch immer die Wiederherstellung macht.',
    en: 'The virtual machine comes back but isn’t backed up afterward, no matter who does the restore.',
  },
  disallowed: {
    de: 'Was diese Schritte anlegen, verbieten Richtlinien Ihrer Organisation (Azure Policy), wer auch immer sie geht:',
    en: 'Policies of your organization (Azure Policy) forbid what these steps create, no matter who does them:',
  },
  policy: { de: '„{name}“, zugewiesen an: {scope}', en: '“{name}”, assigned at: {scope}' },
  policyTodo: {
    de: 'Ändern oder eine Ausnahme einrichten kann, wer dort Besitzer oder „Mitwirkender bei Ressourcenrichtlinien“ ist. Manchmal hilft es, im Schritt etwas anderes zu wählen, etwa eine andere Ressourcengruppe oder Größe.',
    en: 'An owner or a “Resource Policy Contributor” there can change it or create an exemption. Sometimes it helps to choose something else in the step, such as another resource group or size.',
  },
  policiesUnseen: {
    de: 'Ob Richtlinien Ihrer Organisation (Azure Policy) etwas davon verbieten, ist für Sie nicht zu sehen.',
    en: 'You can’t see whether policies of your organization (Azure Policy) forbid any of it.',
  },
  otherSize: {
    de: '{old} bietet Azure dem Abonnement in dieser Region nicht an. Für den neuen virtuellen Computer wird {other} vorgeschlagen.',
    en: 'Azure doesn’t offer {old} to the subscription in this region. {other} will be proposed for the new virtual machine.',
  },
  otherSizeInZone: {
    de: '{old} bietet Azure dem Abonnement in Zone {zone} dieser Region nicht an. Für den neuen virtuellen Computer wird {other} vorgeschlagen.',
    en: 'Azure doesn’t offer {old} to the subscription in zone {zone} of this region. {other} will be proposed for the new virtual machine.',
  },
  noSize: {
    de: '{old} bietet Azure dem Abonnement in dieser Region nicht an, und keine andere Größe hat von allem mindestens so viel. Für den neuen virtuellen Computer müssen Sie eine wählen.',
    en: 'Azure doesn’t offer {old} to the subscription in this region, and no other size has at least as much of everything. You’ll have to choose one for the new virtual machine.',
  },
  noSizeInZone: {
    de: '{old} bietet Azure dem Abonnement in Zone {zone} dieser Region nicht an, und keine andere Größe hat dort von allem mindestens so viel. Für den neuen virtuellen Computer müssen Sie eine wählen.',
    en: 'Azure doesn’t offer {old} to the subscription in zone {zone} of this region, and no other size there has at least as much of everything. You’ll have to choose one for the new virtual machine.',
  },
  zoneUnknown: {
    de: 'Die Größe, die der virtuelle Computer hatte, bietet Azure dem Abonnement nicht in jeder Zone an. In welcher die Datenträger sein werden, ist noch nicht bekannt.',
    en: 'Azure doesn’t offer the size that the virtual machine had to the subscription in every zone. In which zone the disks will be isn’t known yet.',
  },
  rule: { de: 'Was dagegen hilft', en: 'How to fix it' },
  goOn: {
    de: 'Beginnen können Sie trotzdem. Wer die nötigen Rechte hat, macht mit der Adresse der Wiederherstellung an dieser Stelle weiter.',
    en: 'You can start anyway. Anyone with the necessary rights can continue from there with the restore’s address.',
  },
  permissions: { de: 'Ihre Rechte in diesem Recovery Services-Tresor ansehen', en: 'View your rights in this vault' },
  unusable: {
    de: 'Aus keinem der Wiederherstellungspunkte lässt sich jetzt ein virtueller Computer machen. Zum neuesten:',
    en: 'No virtual machine can be created from any of the restore points now. About the newest one:',
  },
  chosenUnusable: {
    de: 'Aus dem ausgewählten Wiederherstellungspunkt lässt sich jetzt kein virtueller Computer machen:',
    en: 'No virtual machine can be created from the selected restore point now:',
  },
  chosenGone: {
    de: 'Den ausgewählten Wiederherstellungspunkt gibt es nicht mehr. Wählen Sie einen anderen.',
    en: 'The selected restore point no longer exists. Select another one.',
  },
  failed: {
    de: 'Ob Sie jeden Schritt selbst gehen können, ließ sich nicht prüfen. Jeder Schritt prüft es noch einmal.',
    en: 'Tresor couldn’t check whether you can do every step yourself. Each step checks again.',
  },
});
