import { EXTENSIONS } from '../extension';
import { join, sh, type Code } from '../writing';

export interface Decrypted {
  group: string;
  name: string;
  os: 'Windows' | 'Linux';
  /** `dual`: encrypted with an Entra application. */
  pass: 'single' | 'dual';
}

/**
 * Decrypts volumes by az. What `az vm encryption disable` would do with an Entra application is written out: it asks for an extension there is
 * none of, by its version instead of its name.
 */
export function azDecrypt({ group, name, os, pass }: Decrypted, volumes: 'ALL' | 'DATA'): Code {
  if (pass === 'single')
    return sh`az vm encryption disable --resource-group ${group} --name ${name} --volume-type ${volumes} --output none`;
  const { name: extension, dual } = EXTENSIONS[os];
  const form = '{"EncryptionOperation":"DisableEncryption","VolumeType":"%s","SequenceVersion":"%s"}';
  const place = sh`--resource-group ${group} --vm-name ${name} --publisher Microsoft.Azure.Security --name ${extension} --version ${dual}`;
  return join(
    [
      sh`settings=$(printf ${form} ${volumes} "$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)")`,
      sh`az vm extension set ${place} --settings "$settings" --output none`,
      sh`az vm update --resource-group ${group} --name ${name} --set 'storageProfile.osDisk.encryptionSettings={"enabled":false}' --output none`,
    ],
    '\n',
  );
}
