import { keyChain, restore, type KeyChain } from '@tresor/contracts';
import { restorePath } from '../restoring';
import { keyVault, type Probe, type Stage } from './stage';

const VERSION = 'api-version=7.4';
const isWhole = ({ key, secret }: KeyChain) => key?.state === 'present' && secret.state === 'present';
const urlsOf = ({ key, secret }: KeyChain) => [key?.url ?? '', secret.url];

/** The key and the secret without their versions: the place of both in a key vault, and among what is deleted there. */
const objectsOf = (chain: KeyChain, name: string) =>
  urlsOf(chain).map((url) => {
    const [kind, object] = url.split('/').slice(3);
    const host = `https://${name.toLowerCase()}.vault.azure.net`;
    return { there: `${host}/${kind}/${object}`, deleted: `${host}/deleted${kind}/${object}` };
  });

async function chainOf({ ask }: Stage, jobId: string): Promise<KeyChain> {
  const { keyChain: chain } = await ask.get(restore, restorePath(jobId));
  if (chain === null) throw new Error('The point has no keys.');
  return chain;
}

/** Whether key and secret are there after they were asked back. */
export async function isWholeAfter(stage: Stage, jobId: string, how: object): Promise<boolean> {
  const answer = await stage.lee('PUT', `${restorePath(jobId)}/keys`, { how });
  return answer.ok && isWhole(keyChain.parse(await answer.json()));
}

/** Key and secret were deleted, or disabled, and are brought back where they are. */
export async function keysInPlace(stage: Stage, jobId: string, name: string): Promise<Probe[]> {
  const chain = await chainOf(stage, jobId);
  const all = (what: (object: { there: string; deleted: string }) => Promise<unknown>) => Promise.all(objectsOf(chain, name).map(what));
  const change = (enabled: boolean) =>
    Promise.all(urlsOf(chain).map((url) => stage.adele('PATCH', `${url}?${VERSION}`, { attributes: { enabled } })));
  const shared = { places: { keyVaultId: keyVault(name) }, take: () => isWholeAfter(stage, jobId, { way: 'recover' }) };
  return [
    {
      ...shared,
      steps: ['recover-keys'],
      prepare: () => all(({ there }) => stage.adele('DELETE', `${there}?${VERSION}`)),
      undo: () => all(({ deleted }) => stage.adele('POST', `${deleted}/recover?${VERSION}`)),
    },
    { ...shared, steps: ['renew-keys'], prepare: () => change(false), undo: () => change(true) },
  ];
}

/** The secret was purged and put back from the backup, as another version: the disks still know the old one. */
export async function moveSecret(stage: Stage, jobId: string, name: string): Promise<void> {
  const { secret } = await chainOf(stage, jobId);
  for (const { there, deleted } of objectsOf({ secret, key: null }, name)) {
    if (!there.includes('/secrets/')) continue;
    await stage.adele('DELETE', `${there}?${VERSION}`);
    await stage.adele('DELETE', `${deleted}?${VERSION}`);
  }
  const how = { way: 'restore', keyVaultId: secret.keyVaultId };
  await stage.forgetReads('adele');
  await stage.ask.send(keyChain, 'PUT', `${restorePath(jobId)}/keys`, { how });
}

/** What is lost comes back from the backup, into a key vault that is there. */
export async function keysFromBackup(stage: Stage, jobId: string, name: string): Promise<Probe> {
  const chain = await chainOf(stage, jobId);
  return {
    steps: ['restore-keys'],
    places: { keyVaultId: keyVault(name) },
    take: () => isWholeAfter(stage, jobId, { way: 'restore', keyVaultId: keyVault(name) }),
    async undo() {
      for (const { there, deleted } of objectsOf(chain, name)) {
        await stage.adele('DELETE', `${there}?${VERSION}`);
        await stage.adele('DELETE', `${deleted}?${VERSION}`);
      }
    },
  };
}
