import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  checking: { de: 'Ihre Rechte werden geprüft …', en: 'Checking your rights…' },
  lackingRole: {
    de: 'Dafür fehlt Ihnen ein Recht an „{scope}“. Die kleinste Rolle, die es enthält: {roles}. Mehr dazu unter „Darf ich?“ im Menü des Tresors.',
    en: 'You’re missing a right on “{scope}” for this. The smallest role that includes it: {roles}. For more, see “Can I?” in the vault’s menu.',
  },
  lackingAction: {
    de: 'Dafür fehlt Ihnen an „{scope}“: {actions}. Mehr dazu unter „Darf ich?“ im Menü des Tresors.',
    en: 'To do this, you also need on “{scope}”: {actions}. For more, see “Can I?” in the vault’s menu.',
  },
  ofCustomer: {
    de: 'Das kann nur der Kunde tun: Das Recht dazu an „{scope}“ lässt sich über Azure Lighthouse nicht übertragen ({actions}).',
    en: 'Only the customer can do this: no Azure Lighthouse delegation can hold the right to it on “{scope}” ({actions}).',
  },
  lackingApproval: {
    de: 'Dafür fehlt Ihnen ein Recht am Resource Guard „{guard}“ (Rolle {roles}).',
    en: 'For this, you’re missing a right on Resource Guard “{guard}” (role {roles}).',
  },
  takesEffect: {
    de: 'Das Recht dafür an „{scope}“ ist Ihnen erteilt. Es gilt in Azure spätestens ab {moment}.',
    en: 'You’ve been given the right on “{scope}” for this. It takes effect in Azure by {moment} at the latest.',
  },
  eligible: {
    de: 'Die Rolle {role} an „{scope}“ können Sie selbst aktivieren: im Azure-Portal unter „Privileged Identity Management“ > „Meine Rollen“ > „Azure-Ressourcen“, je nach Einstellung mit Genehmigung. Danach laden Sie diese Seite neu.',
    en: 'You can activate the role {role} on “{scope}” yourself: in the Azure portal under “Privileged Identity Management” > “My roles” > “Azure resources”, with approval where its settings ask for it. Then reload this page.',
  },
  withCli: { de: 'Mit der Azure CLI:', en: 'With the Azure CLI:' },
  withPowerShell: { de: 'Mit PowerShell:', en: 'With PowerShell:' },
  copy: { de: 'Text kopieren ({language})', en: 'Copy text ({language})' },
  copied: { de: 'Kopiert ({language})', en: 'Copied ({language})' },
});
