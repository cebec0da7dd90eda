// Sends the built floor as the portal is sent: as HTML, compressed beforehand, kept for ever by its hashed names, the page itself asked for again.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import helmet from 'helmet';

const [folder] = process.argv.slice(2);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };
const packed = (path, bytes) => ({ type: TYPES[extname(path)], bytes: brotliCompressSync(bytes) });
const pack = (path) => packed(path, readFileSync(join(folder, path)));
const { written } = await import(pathToFileURL(join(folder, 'server/written.js')).href);
const { html, styles } = written();
const text = readFileSync(join(folder, 'index.html'), 'utf8')
  .replace('</head>', () => `${styles}</head>`)
  .replace('<div id="root">', () => `<div id="root">${html}`);
const page = packed('index.html', text);
const assets = new Map(readdirSync(join(folder, 'assets')).map((name) => [`/assets/${name}`, pack(`assets/${name}`)]));

// As the portal's: for a page that is kept apart from who opened it the browser starts a process once the answer has come.
const securityHeaders = helmet({ contentSecurityPolicy: false, crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' } });

const server = createServer((incoming, outgoing) => {
  const { url } = incoming;
  securityHeaders(incoming, outgoing, () => undefined);
  const asset = assets.get(url ?? '/');
  const { type, bytes } = asset ?? page;
  const cached = asset ? 'public, max-age=31536000, immutable' : 'no-cache';
  outgoing.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': cached }).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ ready: true, ...Object(server.address()) })));
