import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { group, keyVault, location, machine } from './names.mjs';

/** Key and secret, brought back from what was restored. */
export const keysSteps = ({ az, known, file }) => [
  [
    'create a key vault and restore the key into it',
    async () => {
      await az.run('keyvault', 'create', '-g', group, '-n', keyVault, '-l', location, '--enable-rbac-authorization', 'false');
      const { KeyBackupData } = known.encryption.OsDiskKeyAndSecretDetails;
      writeFileSync(file('key.blob'), Buffer.from(KeyBackupData, 'base64'));
      const restored = await az.run('keyvault', 'key', 'restore', '--vault-name', keyVault, '-f', file('key.blob'));
      const [, name, version] = /\/keys\/([^/]+)\/([0-9a-f]{32})$/.exec(restored.key.kid) ?? [];
      assert.ok(known.keyUrl.endsWith(`/keys/${name}/${version}`), 'the restored key has the name and the version it had');
      assert.equal((await az.run('keyvault', 'key', 'show', '--id', restored.key.kid)).key.kid, restored.key.kid);
    },
  ],
  [
    'restore the secret',
    async () => {
      const { SecretData, SecretUrl } = known.encryption.OsDiskKeyAndSecretDetails;
      const name = SecretUrl.split('/')[4];
      const value = ['--value', SecretData, '--description', 'Wrapped BEK', '--tags', `MachineName=${machine}`];
      const set = await az.run('keyvault', 'secret', 'set', '--vault-name', keyVault, '-n', name, ...value);
      const shown = await az.run('keyvault', 'secret', 'show', '--id', set.id);
      assert.equal(shown.value, SecretData);
      assert.equal(shown.contentType, 'Wrapped BEK');
    },
  ],
];
