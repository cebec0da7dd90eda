// The browser that people have, without a window: the full Chromium, of which the headless shell is a part.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { connect } from './devtools.mjs';
import { own } from './own.mjs';
import { openPage } from './page.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const READY_WITHIN_MS = 30_000;

const FLAGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  // Larger than the pages: what lies outside the window is not drawn, and the browser waits for its paint in vain.
  '--window-size=1600,1200',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  // Pages of the browser's own that it would load while ours is measured.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI',
  '--disable-sync',
  '--password-store=basic',
  '--lang=en-US',
];

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? ensureChromium();
}

export const makeProfile = () => mkdtempSync(join(tmpdir(), 'tresor-bench-profile-'));

/** Where the browser listens; it writes that into its profile once it does. */
async function addressOf(profile, child) {
  const file = join(profile, 'DevToolsActivePort');
  const giveUp = performance.now() + READY_WITHIN_MS;
  while (performance.now() < giveUp && child.exitCode === null) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (path) return `ws://127.0.0.1:${port}${path}`;
    await wait(20);
  }
  throw new Error('Chromium did not start');
}

/** A browser process of its own; with a profile given, it finds there what the one before has kept. */
export async function startBrowser(profile) {
  const folder = profile ?? makeProfile();
  rmSync(join(folder, 'DevToolsActivePort'), { force: true });
  const child = own(spawn(findChromium(), [...FLAGS, `--user-data-dir=${folder}`, 'about:blank'], { stdio: 'ignore' }));
  const exited = once(child, 'exit');
  const devtools = await connect(await addressOf(folder, child));
  const { product } = await devtools.send('Browser.getVersion');
  return {
    version: `${product} (${child.spawnfile})`,
    openPage: (origin, options) => openPage(devtools, origin, options),
    async stop() {
      await devtools.send('Browser.close').catch(() => child.kill());
      await exited;
      devtools.close();
      if (profile === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
