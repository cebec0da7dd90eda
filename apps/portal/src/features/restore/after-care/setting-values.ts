import type { SettingAspect } from '@tresor/contracts';
import { own } from '../../../api/own';
import { defineMessages, type Message } from '../../../language/messages';
import type { Text } from '../../../language/use-text';

const cachings = defineMessages({
  None: { de: 'keine', en: 'none' },
  ReadOnly: { de: 'nur Lesen', en: 'read-only' },
  ReadWrite: { de: 'Lesen und Schreiben', en: 'read/write' },
});

const { osDisk, on } = defineMessages({
  osDisk: { de: 'Betriebssystem', en: 'OS disk' },
  on: { de: 'eingeschaltet', en: 'on' },
});

const codes: Readonly<Partial<Record<SettingAspect, Readonly<Record<string, Message>>>>> = {
  identity: defineMessages({ SystemAssigned: { de: 'systemseitig zugewiesen', en: 'system-assigned' } }),
  license: defineMessages({
    Windows_Server: { de: 'Windows Server', en: 'Windows Server' },
    Windows_Client: { de: 'Windows-Client', en: 'Windows client' },
    RHEL_BYOS: { de: 'Red Hat Enterprise Linux', en: 'Red Hat Enterprise Linux' },
    SLES_BYOS: { de: 'SUSE Linux Enterprise Server', en: 'SUSE Linux Enterprise Server' },
  }),
  security: defineMessages({
    TrustedLaunch: { de: 'vertrauenswürdiger Start', en: 'Trusted Launch' },
    ConfidentialVM: { de: 'vertraulicher virtueller Computer', en: 'confidential VM' },
    'Secure Boot': { de: 'sicherer Start', en: 'Secure Boot' },
  }),
  'network-settings': defineMessages({
    'Accelerated networking': { de: 'beschleunigter Netzwerkbetrieb', en: 'accelerated networking' },
  }),
  'ip-forwarding': { IPForwarding: on },
  'host-encryption': { EncryptionAtHost: on },
  'ultra-disks': { UltraSSD: on },
};

const DISK_CACHING = /^(?<disk>OS|LUN \d+): (?<caching>\w+)(?<more>.*)$/;

/** A value of a setting as a person reads it: Azure's codes that are known in words, anything else as it is. */
export function valueWords(aspect: string, value: string, text: Text): string {
  const { disk, caching, more = '' } = (aspect === 'disk-caching' && DISK_CACHING.exec(value)?.groups) || {};
  if (disk !== undefined) {
    const word = own(cachings, caching);
    return `${disk === 'OS' ? text(osDisk) : disk}: ${word === undefined ? caching : text(word)}${more}`;
  }
  const word = own(own(codes, aspect) ?? {}, value);
  return word === undefined ? value : text(word);
}
