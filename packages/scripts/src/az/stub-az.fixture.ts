import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the backup holds: no script may show it, or give it to a program by its command line. */
export const SECRET = 'bm90IGZvciBhbnlib2R5';

/** The key as the backup holds it, in base64url without its filling. */
export const KEY = '-_8AAQID';

/** As what disk encryption signs in; the second is told to the extension alone. */
export const APPLICATION = { ADE_CLIENT_ID: '0f1c2d3e-0000-4000-8000-00000000ade0', ADE_CLIENT_SECRET: 'q"u\\o te' };

/** An az that writes down what it is asked, files included, and answers as an Azure where everything is missing, or deleted: what AZ_DELETED names.
 * With AZ_RBAC the key vaults have no access policies; a vault protects the machine AZ_PROTECTED, and
 * with AZ_NO_INFO its job names no file with keys, or AZ_SECURED_INFO as that of a confidential VM;
 * the new machine is there already with the system disk AZ_STANDING. Disks are plain by AZ_PLAIN_SYSTEM and
 * AZ_PLAIN_DATA, that of the system has the security type AZ_SECURITY and the plan AZ_PLAN; the configuration beside them is AZ_CONFIG, the old machine AZ_OLD with the tags AZ_TAGS,
 * whose disks were unmanaged with AZ_UNMANAGED, and encrypted by AZ_KEYS; a model with AZ_REFUSES in it is refused with AZ_REFUSAL; data disks are of the kind AZ_SKU, and AZ_ACCELERATORS of them may have Write Accelerator; restored ones have no tag with AZ_NO_TAGS, nor has AZ_UNTAGGED; with
 * AZ_NO_EFFECT disk encryption leaves them as they are. */
const AZ = String.raw`#!/bin/bash
for one in "$@"; do
  case "$one" in
    @*) printf '@%s\0' "$(cat "$(echo "$one" | cut -c2-)")" ;;
    *) printf '%s\0' "$one" ;;
  esac
done >> "$AZ_LOG/calls"
printf '\n\0' >> "$AZ_LOG/calls"
if [ -n "$AZ_FAILS" ] && [[ "$*" == "$AZ_FAILS"* ]]; then exit 1; fi
case "$*" in
  'backup restore restore-disks '*) echo cae90b5e-3880-4b7f-be15-fe460a7ba729 ;;
  *isManagedVirtualMachine*) if [ -n "$AZ_UNMANAGED" ]; then echo false; else echo true; fi ;;
  'backup vault show '*) echo westeurope ;;
  'rest --method post '*/restore\?*) touch "$AZ_LOG/restoring" ;;
  'backup job list '*) printf '/DBVM2/%s\n' earlier; if [ -e "$AZ_LOG/restoring" ]; then printf '/%s\n' OtherDBVM2/other dbvm2/cae90b5e-3880-4b7f-be15-fe460a7ba729; fi ;;
  *properties.status*) echo Completed ;;
  *encryptionEnabled*) echo "$AZ_KEYS" ;;
  *kekDetails*) echo ${KEY} ;;
  *bekDetails*) echo ${SECRET} ;;
  *enableRbacAuthorization*) [ -z "$AZ_RBAC" ] || echo true ;;
  *enabledForDiskEncryption*) [ ! -e "$AZ_LOG/enabled" ] || echo true ;;
  'keyvault create '*) touch "$AZ_LOG/created" ;;
  'keyvault update '*) touch "$AZ_LOG/enabled" ;;
  'keyvault show '*) [ -e "$AZ_LOG/created" ] || exit 3 ;;
  'vm show '*storageProfile.osDisk*) [ -n "$AZ_STANDING" ] || exit 3; printf '%s\n' None "$AZ_STANDING" ;;
  'vm show '*'--query tags '*) [ -n "$AZ_TAGS" ] || exit 3; echo "$AZ_TAGS" ;;
  'vm show '*--query*) exit 3 ;;
  'vm show '*) [ -n "$AZ_OLD" ] || exit 3; echo "$AZ_OLD" ;;
  'rest --method put '*) if [ -n "$AZ_REFUSES" ] && grep -q "$AZ_REFUSES" "$(printf '%s\n' "$@" | sed -n 's/^@//p')"; then echo "$AZ_REFUSAL" >&2; exit 1; fi ;;
  'vm list-skus '*MaxWriteAcceleratorDisksAllowed*) echo "$AZ_ACCELERATORS" ;;
  'vm list-skus '*) echo True ;;
  'ppg show '*) echo westeurope ;;
  'keyvault '*' list-deleted '*) printf '%s\n' "$AZ_DELETED" ;;
  'keyvault key recover '* | 'keyvault secret recover '*) echo "$2" >> "$AZ_LOG/recovering" ;;
  'keyvault key show '*) [ -e "$AZ_LOG/key" ] || grep -sqx key "$AZ_LOG/recovered" || exit 3 ;;
  'keyvault secret list-versions '*) ! grep -sqx secret "$AZ_LOG/recovered" || echo https://kv.vault.azure.net/secrets/name/9876543210 ;;
  'keyvault secret show '*) echo ${SECRET} ;;
  'keyvault key restore '*) cp "$(printf '%s\n' "$@" | sed -n '/^--file$/{n;p}')" "$AZ_LOG/key" ;;
  'keyvault secret set '*) cp "$(printf '%s\n' "$@" | sed -n '/^--file$/{n;p}')" "$AZ_LOG/secret"; echo https://kv.vault.azure.net/secrets/name/0123456789 ;;
  'backup protection check-vm '*"$AZ_PROTECTED "*) [ -z "$AZ_PROTECTED" ] || echo /x/vaults/OperationsVault ;;
  'backup item list '*) printf 'VM;iaasvmcontainerv2;other;vm\n%s\n' "$AZ_ITEM" ;;
  'disk list '*"tags.RSVaultBackup=='cae90b5e-"*) [ -n "$AZ_NO_TAGS" ] || printf '/x/disks/ofjob-%s\n' osdisk-1 datadisk-009-1 ;;
  'disk list '*'!tags'*) printf '%s\n' other-osdisk-1 "$AZ_UNTAGGED" ;;
  'disk list '*) printf '/x/disks/other-%s\n' osdisk-1 datadisk-009-1 ;;
  'disk show '*sku.name*) echo "$AZ_SKU" ;;
  'disk show '*purchasePlan*) echo "$AZ_PLAN" ;;
  'disk show '*securityType*) echo "$AZ_SECURITY" ;;
  'disk show '*'zones[0]'*) echo "$AZ_ZONE" ;;
  'storage account show '*) echo https://contosostaging.blob.core.windows.net/ ;;
  'storage blob list '*'--include '*) [ "$AZ_KEPT" != untold ] || exit 1; [ -z "$AZ_KEPT" ] || echo 'encryption.json 6' ;;
  'storage blob list '*) printf 'config.json\ndbvm2-osdisk-1.vhd\ndbvm2-datadisk-009-1.vhd\n' ;;
  'storage blob download '*) [ -n "$AZ_CONFIG" ] || exit 1; echo "$AZ_CONFIG" | iconv -t UTF-16LE > "$(printf '%s\n' "$@" | sed -n '/^--file$/{n;p}')" ;;
  'storage blob delete '*) touch "$AZ_LOG/deleted" ;;
  'storage blob exists '*) if [ -e "$AZ_LOG/deleted" ]; then echo false; else echo true; fi ;;
  'vm extension set '*) touch "$AZ_LOG/extended" ;;
  *vmAgent*) echo ProvisioningState/succeeded ;;
  'disk show '*osdisk*) [ -n "$AZ_PLAIN_SYSTEM" ] || echo true ;;
  'disk show '*) [ -n "$AZ_PLAIN_DATA" ] || echo true ;;
  *length*disks\[?contains*) if [ -z "$AZ_PLAIN_SYSTEM" ] || { [ -e "$AZ_LOG/extended" ] && [ -z "$AZ_NO_EFFECT" ]; }; then echo 1; else echo 0; fi ;;
  *length*osdisk*) if [ -z "$AZ_PLAIN_SYSTEM" ]; then echo 1; else echo 0; fi ;;
  *length*) if [ -e "$AZ_LOG/extended" ] && [ -z "$AZ_NO_EFFECT" ]; then echo 1; else echo 0; fi ;;
  *'"Encryption Info'*) [ -n "$AZ_NO_INFO" ] || echo container-1 ;;
  *'"Secured Encryption Info'*) echo "$AZ_SECURED_INFO" ;;
  *propertyBag*) echo container-1 ;;
esac
`;

/** Time in which what is being recovered comes back; nobody waits for it here. */
const SLEEP = String.raw`#!/bin/bash
[ ! -e "$AZ_LOG/recovering" ] || mv "$AZ_LOG/recovering" "$AZ_LOG/recovered"
`;

export interface Run {
  code: number | null;
  output: string;
  /** What az was asked, word by word; the content of files behind an @. */
  calls: string[][];
  /** What was put back as the secret. */
  secret: string | undefined;
  /** The bytes of the file that was put back as the key. */
  key: Buffer | undefined;
  /** What the script left in the folder for temporary files. */
  left: string[];
}

/** Lets a real bash run a script with that az, whose vault holds an item of this name, and which fails where a command begins so. */
export function runWithStub(script: string, item = 'VM;iaasvmcontainerv2;dbvm2;dbvm2', fails = ''): Run {
  const folder = mkdtempSync(join(tmpdir(), 'stub-az-'));
  try {
    execFileSync('mkdir', [join(folder, 'bin'), join(folder, 'tmp'), join(folder, 'log')]);
    writeFileSync(join(folder, 'bin/az'), AZ);
    writeFileSync(join(folder, 'bin/sleep'), SLEEP);
    for (const program of ['az', 'sleep']) chmodSync(join(folder, 'bin', program), 0o755);
    const env = {
      PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
      TMPDIR: join(folder, 'tmp'),
      AZ_LOG: join(folder, 'log'),
      HOME: folder,
      AZ_ITEM: item,
      AZ_FAILS: fails,
      ...APPLICATION,
    };
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { env, cwd: folder, encoding: 'utf8' });
    const calls = readFileSync(join(folder, 'log/calls'), 'utf8').split('\0').slice(0, -1);
    const [secret, key] = [join(folder, 'log/secret'), join(folder, 'log/key')];
    return {
      code: status,
      output: stdout + stderr,
      calls: splitAt(calls, '\n'),
      secret: existsSync(secret) ? readFileSync(secret, 'utf8') : undefined,
      key: existsSync(key) ? readFileSync(key) : undefined,
      left: readdirSync(join(folder, 'tmp')),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function splitAt(words: readonly string[], end: string): string[][] {
  const calls: string[][] = [[]];
  for (const word of words) {
    if (word === end) calls.push([]);
    else calls.at(-1)?.push(word);
  }
  return calls.slice(0, -1);
}
