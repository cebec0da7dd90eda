// What one would write first: Express and the SDK's list call, as the SDK's documentation shows it. The anchor of list-answer.mjs.
import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import express from 'express';

const [upstream, subscriptionId] = process.argv.slice(2);
const inner = createDefaultHttpClient();
const httpClient = {
  sendRequest(request) {
    const url = new URL(request.url);
    request.headers.set('x-forwarded-host', url.host);
    request.url = upstream + url.pathname + url.search;
    request.allowInsecureConnection = true;
    return inner.sendRequest(request);
  },
};
const credential = { getToken: () => Promise.resolve({ token: 'bench', expiresOnTimestamp: Date.now() + 3_600_000 }) };

const app = express();
app.get('/items/:vaultName', async (incoming, outgoing) => {
  const client = new RecoveryServicesBackupClient(credential, subscriptionId, { httpClient });
  const items = [];
  for await (const item of client.backupProtectedItems.list(incoming.params.vaultName, 'rg-bench')) items.push(item);
  outgoing.json(items);
});
const server = app.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ ready: true, ...Object(server.address()) })));
// While it makes sixty-four long answers in one go, connections look idle on which requests wait to be read.
server.keepAliveTimeout = 600_000;
