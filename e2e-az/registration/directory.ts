import { connect, type LocalAzure } from '@tresor/local-azure';

/** All that the directory knows of applications, as Graph shows it. */
export async function directoryOf(azure: LocalAzure): Promise<unknown> {
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://graph.microsoft.com/.default');
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-host': 'graph.microsoft.com' };
  const lists = ['applications', 'servicePrincipals', 'oauth2PermissionGrants'];
  return Promise.all(
    lists.map(async (list) => {
      const answer = await fetch(`${azure.url}/v1.0/${list}`, { headers });
      if (!answer.ok) throw new Error(`${list}: ${answer.status}`);
      return answer.json();
    }),
  );
}
