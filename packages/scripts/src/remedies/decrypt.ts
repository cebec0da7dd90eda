import { EXTENSIONS } from '../extension';
import { join, sh, type Code } from '../writing';

export interface Encrypted {
  group: string;
  name: string;
  os: 'Windows' | 'Linux';
  /** `dual`: encrypted with an Entra application. */
  pass: 'single' | 'dual';
}

/**
 * Runs the extension with `settings`. Not by `az vm encryption`: that of 2.74 sends what is no JSON, and with an Entra application asks for an
 * extension there is none of, by its version instead of its name.
 */
export const azExtension = ({ group, name, os, pass }: Encrypted): Code =>
  sh`az vm extension set --resource-group ${group} --vm-name ${name} --publisher Microsoft.Azure.Security --name ${EXTENSIONS[os].name} --version ${EXTENSIONS[os][pass]} --settings "$settings" --output none`;

/** A number that no run had before makes the extension run again. */
export const anotherRun = sh`"$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)"`;

/** Decrypts volumes by az. With an Entra application the machine's model is told, too. */
export function azDecrypt(target: Encrypted, volumes: 'ALL' | 'DATA'): Code {
  const form = '{"EncryptionOperation":"DisableEncryption","VolumeType":"%s","SequenceVersion":"%s"}';
  const told = sh`az vm update --resource-group ${target.group} --name ${target.name} --set 'storageProfile.osDisk.encryptionSettings={"enabled":false}' --output none`;
  return join(
    [sh`settings=$(printf ${form} ${volumes} ${anotherRun})`, azExtension(target), ...(target.pass === 'dual' ? [told] : [])],
    '\n',
  );
}
