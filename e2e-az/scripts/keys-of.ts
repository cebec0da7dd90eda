import { vmId } from '../../apps/bff/src/testing/contoso-places';
import { direct } from '../../apps/bff/src/testing/direct';
import type { Contoso } from '../../apps/bff/src/testing/start-contoso';
import * as z from 'zod';

const MINUTE = 60_000;
const VERSION = 'api-version=7.4';

const machineBody = z.object({
  properties: z.object({
    storageProfile: z.object({
      osDisk: z.object({
        encryptionSettings: z.object({
          diskEncryptionKey: z.object({ secretUrl: z.string() }),
          keyEncryptionKey: z.object({ keyUrl: z.string() }),
        }),
      }),
    }),
  }),
});
const versionList = z.object({ value: z.array(z.object({ kid: z.string() })) });
const keyBody = z.object({ key: z.object({ kid: z.string(), n: z.string() }) });
const secretBody = z.object({ value: z.string(), contentType: z.string() });

/** URLs of what unlocks a machine, without versions. */
interface Keys {
  secretUrl: string;
  keyUrl: string;
}

interface Content {
  secret: z.infer<typeof secretBody>;
  keys: z.infer<typeof keyBody>['key'][];
}

const withoutVersion = (url: string) => url.slice(0, url.lastIndexOf('/'));

/** What unlocks a machine, as its own model says. */
export async function keysOf({ azure }: Contoso, group: string, name: string): Promise<Keys> {
  const { body } = await direct(azure, 'adele', 'GET', `${vmId(group, name)}?api-version=2023-09-01`);
  const { diskEncryptionKey, keyEncryptionKey } = machineBody.parse(body).properties.storageProfile.osDisk.encryptionSettings;
  return { secretUrl: withoutVersion(diskEncryptionKey.secretUrl), keyUrl: withoutVersion(keyEncryptionKey.keyUrl) };
}

/** Makes a newer version of the key than the one the machine uses. */
export async function renewKey({ azure }: Contoso, { keyUrl }: Keys): Promise<void> {
  await direct(azure, 'adele', 'POST', `${keyUrl}/create?${VERSION}`, { kty: 'RSA', key_size: 2048 });
}

/** The bytes of the secret, and every version of the key with its public half. */
export async function contentOf({ azure }: Contoso, { secretUrl, keyUrl }: Keys): Promise<Content> {
  const get = async (url: string) => (await direct(azure, 'adele', 'GET', `${url}?${VERSION}`)).body;
  const { value: versions } = versionList.parse(await get(`${keyUrl}/versions`));
  const keys = await Promise.all(versions.map(async ({ kid }) => keyBody.parse(await get(kid)).key));
  return { secret: secretBody.parse(await get(secretUrl)), keys: keys.toSorted((a, b) => a.kid.localeCompare(b.kid)) };
}

/** Deletes the key and the secret, and purges both: only the backup holds them then. */
export async function loseKeys({ azure }: Contoso, { secretUrl, keyUrl }: Keys): Promise<void> {
  for (const url of [secretUrl, keyUrl]) {
    await direct(azure, 'adele', 'DELETE', `${url}?${VERSION}`);
    azure.advance(MINUTE);
    await direct(azure, 'adele', 'DELETE', `${url.replace(/\/(keys|secrets)\//, '/deleted$1/')}?${VERSION}`);
    azure.advance(MINUTE);
    const { status } = await direct(azure, 'adele', 'GET', `${url}?${VERSION}`);
    if (status !== 404) throw new Error(`${url} is not gone: ${status}.`);
  }
}
