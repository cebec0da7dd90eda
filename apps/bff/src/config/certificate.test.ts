import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { selfSigned } from '../testing/self-signed';
import { CLOUD, problemsOf } from '../testing/settings';

const problemsWith = (certificateFile: string, keyFile: string) =>
  problemsOf({ ...CLOUD, TRESOR_MANAGED_IDENTITY: '', TRESOR_API_CERTIFICATE: certificateFile, TRESOR_API_CERTIFICATE_KEY: keyFile });

describe('the certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tresor-config-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const mine = selfSigned();
  const certificate = file('mine.pem', mine.certificate);
  const key = file('mine.key', mine.key);

  it('goes with its key', () => {
    expect(problemsWith(certificate, key)).toEqual([]);
  });

  it.each([
    ['that is not there', join(folder, 'nowhere.pem'), 'does not exist'],
    ['that is a folder', folder, 'is a folder'],
    ['below a file', join(certificate, 'x.pem'), 'cannot be read'],
    ['that is no PEM', file('text.pem', 'hello'), 'in PEM'],
    ['that is cut off', file('half.pem', mine.certificate.slice(0, 300)), 'in PEM'],
    ['that is empty', file('empty.pem', ''), 'in PEM'],
  ])('is named where it is a file %s, and so is its key', (_what, broken, why) => {
    expect(problemsWith(broken, key)).toEqual([expect.stringContaining(why)]);
    expect(problemsWith(certificate, broken)).toEqual([expect.stringContaining(why)]);
    expect(problemsWith(broken, broken)).toHaveLength(2);
  });

  it('does not go with the key of another', () => {
    expect(problemsWith(certificate, file('other.key', selfSigned().key))).toEqual([expect.stringContaining('another certificate')]);
  });
});
