import { serviceByNameInAz } from '../backup-service';
import { command, lines, type Section } from '../script';
import { groupOf, nameOf } from '../key-url';
import { contentTypeOf, keyName, tagsOf, urlOf } from '../key-values';
import type { Keys, KeyValues, JourneyValues } from '../values';
import { must } from './frame';
import { join, sh, type Code } from '../writing';

/** The URLs as they are before anything is put back. */
export const keyUrls = ({ secret, key }: Keys): Section => ({
  says: 'keyUrls',
  code: lines(sh`secret_url=${urlOf(secret)}`, key && sh`key_url=${urlOf(key)}`),
});

/** Brings the key vault, the key and the secret back, each where it is missing, in this order. */
export function bringBackKeys(values: JourneyValues, { secret, key }: Keys): Section[] {
  const keyVaults = [...new Set([...(key ? [key.keyVaultId] : []), secret.keyVaultId])];
  return [
    { says: 'keyVault', code: lines(...keyVaults.map((id) => keyVaultCode(id, values))) },
    { says: 'held', code: heldCode(values) },
    ...(key ? [{ says: 'key', code: keyCode(key) } as const] : []),
    { says: 'secret', code: secretCode(secret, values) },
  ];
}

function keyVaultCode(id: string, { location, serviceAppId }: JourneyValues): Code {
  const name = nameOf(id);
  // By its name alone the command line looks for it in a list, which tells of a new one only later.
  const keyVault = sh`--name ${name} --resource-group ${groupOf(id)}`;
  const service = serviceAppId === null ? serviceByNameInAz() : sh`az ad sp show --id ${serviceAppId} --query id --output tsv`;
  const is = (property: string) =>
    sh`az keyvault show ${keyVault} --query ${`properties.${property}`} --output tsv | grep -Fxi true >/dev/null`;
  const rights = sh`--key-permissions get list backup --secret-permissions get list backup`;
  return lines(
    sh`if ! az keyvault show ${keyVault} --output none 2>/dev/null; then`,
    sh`  if az keyvault list-deleted --resource-type vault --query '[].name' --output tsv | grep -Fxi -- ${name} >/dev/null; then`,
    sh`    az keyvault recover --name ${name} --location ${location} --output none`,
    sh`  else`,
    sh`    az keyvault create ${keyVault} --location ${location} --enable-rbac-authorization false --output none`,
    sh`  fi`,
    sh`fi`,
    // Enabled last: where a run is cut off before, the next one lets the service in.
    sh`if ! ${is('enabledForDiskEncryption')}; then`,
    sh`  if ! ${is('enableRbacAuthorization')}; then`,
    sh`    service=$(${service})`,
    sh`    az keyvault set-policy ${keyVault} --object-id "$service" ${rights} --output none`,
    sh`  fi`,
    sh`  az keyvault update ${keyVault} --enabled-for-disk-encryption true --output none`,
    sh`fi`,
  );
}

function heldCode({ pointId }: JourneyValues): Code {
  return lines(
    sh`held() {`,
    sh`  az backup recoverypoint show "\${item[@]}" "\${kind[@]}" --name ${pointId} --query "properties.keyAndSecret.$1" --output tsv`,
    sh`}`,
  );
}

/** az recovers what was deleted without waiting for it. */
const waitUntil = (isThere: Code): Code => lines(sh`  for _ in $(seq 60); do ${isThere} && break || sleep 5; done`, must(isThere));

function keyCode(key: KeyValues): Code {
  const { name, version } = keyName(key);
  const keyVault = nameOf(key.keyVaultId);
  return lines(
    sh`key=(--vault-name ${keyVault} --name ${name})`,
    sh`key_there() { az keyvault key show "\${key[@]}" --version ${version} --output none 2>/dev/null; }`,
    sh`if ! key_there; then`,
    sh`  if az keyvault key list-deleted --vault-name ${keyVault} --query '[].name' --output tsv | grep -Fx -- ${name} >/dev/null; then`,
    sh`    az keyvault key recover "\${key[@]}" --output none`,
    waitUntil(sh`key_there`),
    sh`  else`,
    sh`    data=$(held kekDetails.keyBackupData | tr '_-' '/+')`,
    sh`    while [ $((\${#data} % 4)) -ne 0 ]; do data="$data="; done`,
    sh`    printf '%s' "$data" | base64 --decode > "$temporary/key"`,
    sh`    az keyvault key restore --vault-name ${keyVault} --file "$temporary/key" --output none`,
    sh`  fi`,
    sh`fi`,
    usable('key', key),
    sh`az keyvault key show "\${key[@]}" --version ${version} --query key.kid --output tsv`,
  );
}

/** What is disabled or has expired is made usable again. */
function usable(kind: 'key' | 'secret', { state, version }: KeyValues): Code | null {
  const of = kind === 'key' ? sh`az keyvault key set-attributes "\${key[@]}"` : sh`az keyvault secret set-attributes "\${secret[@]}"`;
  if (state === 'disabled') return sh`${of} --version ${version} --enabled true --output none`;
  if (state !== 'expired') return null;
  const later = sh`"$(date -u -d '+30 days' '+%Y-%m-%dT%H:%M:%SZ' 2>/dev/null || date -u -v+30d '+%Y-%m-%dT%H:%M:%SZ')"`;
  return sh`${of} --version ${version} --expires ${later} --output none`;
}

function secretCode(secret: KeyValues, values: JourneyValues): Code {
  const held = keyName(secret);
  const keyVault = nameOf(secret.keyVaultId);
  const url = urlOf(secret);
  const tags = join(
    tagsOf(secret, values).map(([name, value]) => sh`${`${name}=${value}`}`),
    ' ',
  );
  const keyUrl = values.keys?.key ? sh` "DiskEncryptionKeyEncryptionKeyURL=$key_url"` : sh``;
  return lines(
    sh`secret=(--vault-name ${keyVault} --name ${held.name})`,
    usable('secret', secret),
    sh`find_secret() {`,
    sh`  for id in $(az keyvault secret list-versions "\${secret[@]}" --query '[?attributes.enabled].id' --output tsv 2>/dev/null); do`,
    sh`    if [ "$(az keyvault secret show --id "$id" --query value --output tsv)" = "$secret_data" ]; then echo "\${id##*/}"; return; fi`,
    sh`  done`,
    sh`}`,
    sh`secret_data=$(held bekDetails.secretData)`,
    sh`version=$(find_secret)`,
    sh`deleted() { az keyvault secret list-deleted --vault-name ${keyVault} --query '[].name' --output tsv | grep -Fx -- ${held.name} >/dev/null; }`,
    sh`secret_there() { [ -n "$(az keyvault secret list-versions "\${secret[@]}" --query '[].id' --output tsv 2>/dev/null)" ]; }`,
    sh`if [ -z "$version" ] && deleted; then`,
    sh`  az keyvault secret recover "\${secret[@]}" --output none`,
    waitUntil(sh`secret_there`),
    sh`  version=$(find_secret)`,
    sh`fi`,
    sh`if [ -z "$version" ]; then`,
    sh`  printf '%s' "$secret_data" > "$temporary/secret"`,
    sh`  attributes=(--content-type ${contentTypeOf(values)} --tags ${tags}${keyUrl})`,
    command(
      sh`  id=$(az keyvault secret set "\${secret[@]}" --file "$temporary/secret" --encoding utf-8 "\${attributes[@]}"`,
      sh`  --query id --output tsv)`,
    ),
    sh`  version=\${id##*/}`,
    // Takes off the tag that az adds for the encoding.
    sh`  az keyvault secret set-attributes "\${secret[@]}" --version "$version" "\${attributes[@]}" --output none`,
    sh`fi`,
    sh`unset secret_data`,
    sh`secret_url=${url.slice(0, url.lastIndexOf('/') + 1)}"$version"`,
    sh`echo "$secret_url"`,
  );
}
