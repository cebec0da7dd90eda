import { expect, test } from 'vitest';
import { german } from '../../../testing/texts';
import { valueWords } from './setting-values';

test('codes of Azure are said in words', () => {
  expect(valueWords('license', 'Windows_Server', german)).toBe('Windows Server');
  expect(valueWords('identity', 'SystemAssigned', german)).toBe('systemseitig zugewiesen');
  expect(valueWords('host-encryption', 'EncryptionAtHost', german)).toBe('eingeschaltet');
  expect(valueWords('disk-caching', 'OS: ReadWrite', german)).toBe('Betriebssystem: Lesen und Schreiben');
  expect(valueWords('security', 'Secure Boot', german)).toBe('sicherer Start');
  expect(valueWords('ip-forwarding', 'IPForwarding', german)).toBe('eingeschaltet');
  expect(valueWords('network-settings', 'Accelerated networking', german)).toBe('beschleunigter Netzwerkbetrieb');
  expect(valueWords('disk-caching', 'LUN 0: None + Write Accelerator', german)).toBe('LUN 0: keine + Write Accelerator');
});

test('what nobody knows here is shown as Azure says it, and so is what people have named', () => {
  expect(valueWords('license', 'RHEL_ELS_6', german)).toBe('RHEL_ELS_6');
  expect(valueWords('disk-caching', 'LUN 1: Sometimes', german)).toBe('LUN 1: Sometimes');
  expect(valueWords('identity', 'constructor', german)).toBe('constructor');
  expect(valueWords('tags', 'Windows_Server', german)).toBe('Windows_Server');
});
