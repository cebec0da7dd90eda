import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateNames } from '../../packages/local-azure/src/http/names';
import { cloudNamed } from '../../packages/local-azure/src/world/cloud';
import { makeTlsMaterial, openTlsMaterial, type TlsMaterial } from '../../packages/local-azure/src/tls/material';
import { ELSEWHERE, elsewhereFile, foreignFile, PORTAL, portalFile, stateFile, stateFolder, tools, trustedFile } from './places';

const keep = (file: string, { certificate, key }: TlsMaterial) => writeFileSync(file, certificate + key, { mode: 0o600 });
const certutil = (...args: string[]) => execFileSync(tools.certutil(), args);

/** Makes the authorities, and lets the browser trust them the way an administrator of the computer does. */
export default function trust(): void {
  mkdirSync(stateFolder(), { recursive: true, mode: 0o700 });
  const azure = openTlsMaterial(stateFile(), certificateNames(cloudNamed('public')));
  const names = Object.values(ELSEWHERE).map(({ name }) => name);
  const [company, others, foreign] = [makeTlsMaterial([PORTAL]), makeTlsMaterial(names), makeTlsMaterial(names)];
  keep(portalFile(), company);
  keep(elsewhereFile(), others);
  keep(foreignFile(), foreign);
  writeFileSync(trustedFile(), azure.ca + company.ca + others.ca);
  const database = `sql:${join(tools.home(), '.pki', 'nssdb')}`;
  certutil('-N', '--empty-password', '-d', database);
  for (const [name, ca] of Object.entries({ azure: azure.ca, company: company.ca })) {
    const file = join(tools.home(), `${name}-ca.pem`);
    writeFileSync(file, ca);
    certutil('-A', '-d', database, '-t', 'C,,', '-n', name, '-i', file);
  }
}
