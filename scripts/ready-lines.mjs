import { azureEnvironment, registerCloud } from './azure-clients.mjs';

const list = (rows) => rows.map(([left, right]) => `  ${left.padEnd(34)} ${right}`).join('\n');

const machines = (count) => (count === 1 ? '1 virtual machine' : `${count} virtual machines`);

/** What Local Azure says once it is ready: where it is, what is in it, and how clients get there. */
export function readyLines(azure, file) {
  const login = ({ appId, secret }) => `az login --service-principal -u ${appId} -p ${secret} --tenant ${azure.tenantId}`;
  return `
Local Azure is ready at ${azure.url} and ${azure.tls.url}
Its state is kept in ${file}

Subscriptions:

${azure.subscriptions.map(({ id, name, virtualMachines }) => `  ${id}  ${name}, ${machines(virtualMachines)}`).join('\n')}

Clients must trust its authority ${azure.tls.caFile}
and reach its names through its plain port:

${azureEnvironment(azure)
  .map(([name, value]) => `  export ${name}=${value}`)
  .join('\n')}

Azure's command line, best with a configuration of its own (AZURE_CONFIG_DIR):

${registerCloud(azure)
  .map((args) => `  az ${args.join(' ')}`)
  .join('\n')}

Programs (service principals):

${azure.programs.map((one) => `  ${one.name}: ${one.does.en}\n    ${login(one)}`).join('\n')}
  The first one may also sign in with its certificate: --certificate ${azure.clientCertificate}

People (az login --use-device-code, or az login -u <name> -p ${azure.password}):

${list(azure.people.map(({ username, does }) => [username, does.en]))}

Ctrl+C stops it; the next start finds everything as it was.`;
}
