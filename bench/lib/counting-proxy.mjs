import { Agent, createServer, request } from 'node:http';
import { freePort } from '../../scripts/free-port.mjs';

/**
 * Stands between the BFF and Local Azure, passes everything on and counts. `answer(path)` may give the body of a GET itself.
 * The count leaves out sign-in traffic: it is of calls to Azure's services. `armToken` is the last one seen on its way to ARM.
 */
export async function startCountingProxy(target) {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port: targetPort } = new URL(target);
  /** @type {{ method: string | undefined, path: string | undefined, address: string | undefined, status?: number | undefined }[]} */
  const calls = [];
  const proxy = {
    url: '',
    calls,
    /** @type {string | undefined} */
    armToken: undefined,
    /** @type {(path: string | undefined) => Buffer | undefined} */
    answer: () => undefined,
    stop: () => {},
  };
  const server = createServer((incoming, outgoing) => {
    const service = incoming.headers['x-forwarded-host'];
    /** @type {typeof calls[number]} */
    const call = { method: incoming.method, path: incoming.url?.split('?')[0], address: incoming.url };
    if (service && service !== 'login.microsoftonline.com') proxy.calls.push(call);
    if (service === 'management.azure.com') proxy.armToken = incoming.headers.authorization ?? proxy.armToken;
    const canned = incoming.method === 'GET' ? proxy.answer(incoming.url) : undefined;
    if (canned) {
      incoming.resume();
      outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': canned.length }).end(canned);
      return;
    }
    const { method, url: path, headers } = incoming;
    const onward = request({ agent, hostname, port: targetPort, method, path, headers }, (answer) => {
      call.status = answer.statusCode;
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const port = await freePort();
  await new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(port));
  });
  proxy.url = `http://localhost:${port}`;
  proxy.stop = () => {
    server.closeAllConnections();
    server.close();
    agent.destroy();
  };
  return proxy;
}
