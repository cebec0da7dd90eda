import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { DuplexOptions } from 'node:stream';
import type { Express } from 'express';

export interface Answer {
  status: number;
  body: unknown;
}

export interface Question {
  method: string;
  path: string;
  body?: unknown;
}

/** Takes a request through the whole server without a network, whose time nobody could turn. */
export function enter(server: Express, host: string, { method, path, body }: Question): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const pieces: Buffer[] = [];
  const keep = (chunk: string | Buffer, encoding: BufferEncoding) =>
    void pieces.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
  const wire: DuplexOptions = {
    write(chunk: string | Buffer, encoding, done) {
      keep(chunk, encoding);
      done();
    },
    writev(written: { chunk: string | Buffer; encoding: BufferEncoding }[], done) {
      for (const { chunk, encoding } of written) keep(chunk, encoding);
      done();
    },
  };
  const socket = new Socket(wire);
  const request = new IncomingMessage(socket);
  Object.assign(request, { method, url: path, httpVersion: '1.0', httpVersionMajor: 1, httpVersionMinor: 0, complete: true });
  request.headers = { host, 'x-tresor-build': 'dev', authorization: 'Bearer simulated' };
  request.headersDistinct = { host: [host] };
  if (text !== '') Object.assign(request.headers, { 'content-type': 'application/json', 'content-length': String(text.length) });
  request.push(text === '' ? null : text);
  if (text !== '') request.push(null);
  const response = new ServerResponse(request);
  Object.defineProperty(socket, 'remoteAddress', { value: '127.0.0.1' });
  response.assignSocket(socket);
  return new Promise((resolve) => {
    response.once('finish', () => {
      response.emit('close');
      const [, answer = ''] = Buffer.concat(pieces).toString('utf8').split('\r\n\r\n');
      resolve({ status: response.statusCode, body: answer === '' ? undefined : JSON.parse(answer) });
    });
    server(request, response);
  });
}
