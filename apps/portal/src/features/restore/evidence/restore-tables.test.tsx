// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { sealedEvidence } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../../language/language';
import { mount } from '../../../testing/mount';
import { RestoreTables } from './restore-tables';

beforeEach(() => setLanguage('de'));
const at = '2026-11-30T12:00:00Z';

function sealedOf(...seen: [what: string, facts: Record<string, string>][]) {
  const records = seen.map(([what, facts], position) => {
    const entry = { kind: 'seen', at, what, facts };
    return { hash: 'a', record: { kind: 'entry', position, commandId: 'c', restore: 'job', entry } };
  });
  const seal = { format: 'tresor-evidence/1', count: records.length, head: 'a', publicKey: 'a', sealedAt: at, signature: 'a' };
  return sealedEvidence.parse({ seal, records });
}

test('what Azure names by a code is said in words', () => {
  mount(
    <RestoreTables
      sealed={sealedOf(
        ['task', { name: 'Transfer data from vault', status: 'Completed', startTime: at, endTime: at }],
        ['setting', { aspect: 'disk-caching', old: 'OS: ReadWrite', new: '', state: 'different' }],
        ['setting', { aspect: 'private-ip', new: '10.0.0.77' }],
      )}
    />,
  );
  expect(screen.getByRole('row', { name: /^Daten aus dem Recovery Services-Tresor übertragen Abgeschlossen/ })).toBeDefined();
  expect(
    screen.getByRole('row', { name: 'Zwischenspeicherung der Datenträger Betriebssystem: Lesen und Schreiben nichts anders' }),
  ).toBeDefined();
  // What is not known is not compared.
  expect(screen.getByRole('row', { name: 'Feste private IP-Adresse nicht bekannt 10.0.0.77' })).toBeDefined();
});

test('a step that nobody was let see is said so to everybody, with what was missing, not to the person who reads', () => {
  mount(
    <RestoreTables
      sealed={sealedOf(
        ['step', { step: 'disks', state: 'hidden', hidden: 'read-blobs', at: 'staging' }],
        ['step', { step: 'keys', state: 'hidden', reason: 'keys-out-of-sight', hidden: 'read-keys', at: '/vaults/ContosoKV' }],
        ['step', { step: 'machine', state: 'hidden' }],
      )}
    />,
  );
  expect(
    screen.getByRole('row', {
      name: /^Datenträger wiederherstellen nicht gesehen; nötig: die Rolle „Storage-Blobdatenleser“ auf dem Speicherkonto staging 30/,
    }),
  ).toBeDefined();
  expect(
    screen.getByRole('row', {
      name: /nicht gesehen; nötig: Leserechte auf Schlüssel und Geheimnisse in ContosoKV\. Im ursprünglichen .* Ob sie schon jemand in einen anderen zurückgeholt hatte, war nicht zu sehen\./,
    }),
  ).toBeDefined();
  expect(screen.getByRole('row', { name: /^Virtuellen Computer erstellen nicht gesehen 30/ })).toBeDefined();
  expect(screen.queryByText(/\bSie\b/)).toBeNull();
});
