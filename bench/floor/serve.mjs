// Sends the built floor as the portal is sent: as HTML, compressed beforehand, kept for ever by its hashed names, the page itself asked for again,
// and with the headers of the portal at the address given.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const [folder, portal] = process.argv.slice(2);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };
const packed = (path, bytes) => ({ type: TYPES[extname(path)], bytes: brotliCompressSync(bytes) });
const pack = (path) => packed(path, readFileSync(join(folder, path)));
const { written } = await import(pathToFileURL(join(folder, 'server/written.js')).href);
const { html, styles } = written();

// Before it paints, a browser has to read a policy for content and to start a process for a page that is kept apart from who opened it.
const OF_THIS_ANSWER = /^(?:content-(?:type|encoding|length)|cache-control|date|connection|keep-alive|transfer-encoding)$/;
const headers = Object.fromEntries([...(await fetch(portal)).headers].filter(([name]) => !OF_THIS_ANSWER.test(name)));
const [, nonce] = /'nonce-([^']+)'/.exec(headers['content-security-policy']) ?? [];
if (nonce === undefined) throw new Error('The portal has sent no policy for content.');

const text = readFileSync(join(folder, 'index.html'), 'utf8')
  .replace('</head>', () => `${styles}</head>`)
  .replace('<div id="root">', () => `<div id="root">${html}`)
  .replaceAll('__NONCE__', nonce);
const page = packed('index.html', text);
const assets = new Map(readdirSync(join(folder, 'assets')).map((name) => [`/assets/${name}`, pack(`assets/${name}`)]));

const server = createServer((incoming, outgoing) => {
  const { url } = incoming;
  const asset = assets.get(url ?? '/');
  const { type, bytes } = asset ?? page;
  const cached = asset ? 'public, max-age=31536000, immutable' : 'no-cache';
  outgoing.writeHead(200, { ...headers, 'content-type': type, 'content-encoding': 'br', 'cache-control': cached }).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ ready: true, ...Object(server.address()) })));
