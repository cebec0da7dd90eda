#!/usr/bin/env node
// Firefox for Playwright, in between as long as Debian's does not know one command of WebDriver BiDi that Playwright sends to every page.
import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';
import { readBack } from './read-back.mjs';

/** To set a color scheme. What is not known to the browser is as it was. */
const NOT_KNOWN = 'emulation.setMediaFeaturesOverride';
const LISTENS = /WebDriver BiDi listening on (ws:\/\/\S+)/;

function relay(browser, here, path) {
  const there = new WebSocket(`${browser}${path}`);
  const opened = new Promise((resolve) => there.once('open', resolve));
  here.on('message', async (data) => {
    const text = data.toString();
    /** @type {{ id: number, method: string }} */
    const { id, method } = readBack(text);
    if (method === NOT_KNOWN) return here.send(JSON.stringify({ type: 'success', id, result: {} }));
    await opened;
    return there.send(text);
  });
  there.on('message', (data) => here.send(data.toString()));
  here.on('close', () => there.close());
  there.on('close', () => here.close());
}

const firefox = spawn(process.env.TRESOR_FIREFOX ?? 'firefox-esr', process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] });
firefox.stderr.setEncoding('utf8').on('data', (text) => {
  const [, browser] = LISTENS.exec(text) ?? [];
  if (browser === undefined) return process.stderr.write(text);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (here, { url }) => relay(browser, here, url));
  return server.on('listening', () => process.stderr.write(text.replace(browser, `ws://127.0.0.1:${server.address().port}`)));
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => firefox.kill(signal));
firefox.on('exit', (code) => process.exit(code ?? 1));
