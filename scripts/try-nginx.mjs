// Starts nginx with the file of deploy/compose before two small servers, and holds it to what a server expects of what stands before it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { isListening } from './product.mjs';
import { readBack } from './read-back.mjs';

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
const READY_WITHIN_MS = 10_000;

/** What nginx's own main file says, for an account that may write in one folder alone. */
const mainFile = (folder) => `daemon off;
pid ${folder}/pid;
events {}
http {
  ${TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include conf.d/*.conf;
}
`;

/** @typedef {{ name: string, host: string, forwarded: string }} Answer */

/** Says who was asked and how; below /stream it begins an answer that has no end. */
async function startServer(name) {
  const server = createServer(({ url, headers }, response) => {
    const told = JSON.stringify({ name, host: headers.host, forwarded: headers['x-forwarded-for'] });
    if (url === '/stream') response.write(told);
    else response.end(told);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' ? address?.port : undefined };
}

const HEADERS = { host: 'tresor.contoso.example:8443', 'x-forwarded-for': '203.0.113.9' };

async function ask(port, method, path = '/') {
  // Its certificate was made for this moment.
  const asked = request({ host: '127.0.0.1', port, method, path, headers: HEADERS, rejectUnauthorized: false, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  return response;
}

/** @returns {Promise<Answer>} */
const answerOf = async (port, method) => readBack(await text(await ask(port, method)));

/**
 * @param {string} program nginx
 * @param {string} folder where conf.d is to be, beside the folder of the certificate
 * @param {string} file the text that is tried
 * @param {(condition: unknown, sentence: string) => void} demand
 */
export async function tryNginx(program, folder, file, demand) {
  const [first, second] = await Promise.all(['first', 'second'].map(startServer));
  const port = await freePort();
  const ours = file
    .replace('server-1:4280', `127.0.0.1:${first.port}`)
    .replace('server-2:4280', `127.0.0.1:${second.port}`)
    .replace('listen 443 ', `listen 127.0.0.1:${port} `);
  writeFileSync(join(folder, 'conf.d/tresor.conf'), ours);
  writeFileSync(join(folder, 'main.conf'), mainFile(folder));
  const nginx = spawn(program, ['-p', folder, '-c', 'main.conf', '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'ignore'] });
  const ended = once(nginx, 'exit');
  try {
    const giveUp = performance.now() + READY_WITHIN_MS;
    while (performance.now() < giveUp && nginx.exitCode === null && !(await isListening(port))) await wait(20);
    const answers = await Promise.all(Array.from({ length: 8 }, () => answerOf(port, 'GET')));
    demand(new Set(answers.map(({ name }) => name)).size === 2, 'nginx takes the file, and asks both servers');
    demand(
      answers.every(({ host }) => host === HEADERS.host),
      'it leaves the name and the port that people open as they are',
    );
    demand(
      answers.every(({ forwarded }) => forwarded === '203.0.113.9, 127.0.0.1'),
      'it names who asks behind what others say',
    );
    const stream = await ask(port, 'GET', '/stream');
    await once(stream, 'data');
    stream.destroy();
    demand(true, 'it hands on the beginning of an answer that goes on');
    first.server.closeAllConnections();
    first.server.close();
    const left = await Promise.all(['GET', 'PUT', 'GET', 'PUT', 'GET', 'PUT'].map((method) => answerOf(port, method)));
    demand(
      left.every(({ name }) => name === 'second'),
      'where one server is dead, the other answers everything, orders too',
    );
  } finally {
    nginx.kill();
    await ended;
    for (const { server } of [first, second]) {
      server.closeAllConnections();
      server.close();
    }
  }
}
