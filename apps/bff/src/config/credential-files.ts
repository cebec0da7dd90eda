import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The text of a file, or what stands in the way of reading it. */
function read(name: string, file: string): { text: string } | { problem: string } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : code === 'EACCES' ? 'may not be read' : 'cannot be read';
    return { problem: `${name}: the file ${file} ${why}` };
  }
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** What is wrong with the files by which the API proves who it is. */
export function problemsOfCredentialFiles({
  TRESOR_API_CERTIFICATE: certificateFile,
  TRESOR_API_CERTIFICATE_KEY: keyFile,
}: NodeJS.ProcessEnv): string[] {
  if (!certificateFile || !keyFile) return [];
  const certificateText = read('TRESOR_API_CERTIFICATE', certificateFile);
  const keyText = read('TRESOR_API_CERTIFICATE_KEY', keyFile);
  const problems = [certificateText, keyText].flatMap((one) => ('problem' in one ? [one.problem] : []));
  const certificate = 'text' in certificateText ? parsed(() => new X509Certificate(certificateText.text)) : undefined;
  const key = 'text' in keyText ? parsed(() => createPrivateKey(keyText.text)) : undefined;
  if ('text' in certificateText && !certificate) problems.push(`TRESOR_API_CERTIFICATE: ${certificateFile} holds no certificate in PEM`);
  if ('text' in keyText && !key) problems.push(`TRESOR_API_CERTIFICATE_KEY: ${keyFile} holds no private key in PEM without a password`);
  if (certificate && key && !certificate.checkPrivateKey(key))
    problems.push('TRESOR_API_CERTIFICATE_KEY is the key of another certificate than TRESOR_API_CERTIFICATE');
  return problems;
}
