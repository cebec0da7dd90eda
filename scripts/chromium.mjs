import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { apt, onPath } from './debian.mjs';
import { fail, root, run } from './prepare.mjs';

/** First the one that draws no window: in it the browser tests take a quarter less time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const systemChromium = () => process.env.TRESOR_CHROMIUM ?? onPath(NAMES);

function playwrightChromium() {
  const asked = spawnSync(process.execPath, ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"], {
    cwd: root,
    encoding: 'utf8',
  });
  return asked.status === 0 && existsSync(asked.stdout) ? asked.stdout : undefined;
}

const install = (name) => apt('install', '-y', '-qq', name, 'fonts-liberation');

/** Path of a Chromium: a system one, else Playwright's, else Debian's package. */
export function ensureChromium() {
  const found = systemChromium() ?? playwrightChromium();
  if (found) return found;
  console.log('Installing Chromium …');
  run('npx', ['playwright', 'install', 'chromium'], { env: { PLAYWRIGHT_SKIP_BROWSER_GC: '1' } });
  const downloaded = playwrightChromium();
  if (downloaded) return downloaded;
  apt('update', '-qq');
  // A page may notify only in one that knows windows.
  for (const name of ['chromium-headless-shell', 'chromium']) install(name);
  return (
    systemChromium() ?? fail('no Chromium was found and none could be installed; install one and try again, or name it in TRESOR_CHROMIUM.')
  );
}
