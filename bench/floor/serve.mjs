// Sends the built floor as the portal is sent: compressed beforehand, kept for ever by its hashed names, the page itself asked for again.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const [folder] = process.argv.slice(2);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };
const pack = (path) => ({ type: TYPES[extname(path)], bytes: brotliCompressSync(readFileSync(join(folder, path))) });
const page = pack('index.html');
const assets = new Map(readdirSync(join(folder, 'assets')).map((name) => [`/assets/${name}`, pack(`assets/${name}`)]));

const server = createServer(({ url }, outgoing) => {
  const asset = assets.get(url ?? '/');
  const { type, bytes } = asset ?? page;
  const cached = asset ? 'public, max-age=31536000, immutable' : 'no-cache';
  outgoing.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': cached }).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ ready: true, ...Object(server.address()) })));
