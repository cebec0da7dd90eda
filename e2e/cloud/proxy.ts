import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isListening } from '../../scripts/product.mjs';
import { PORTAL, PROXY, tools } from './places';

export interface Proxy {
  /** The hosts it was asked for tunnels to, as its own log names them. */
  hosts(): string[];
  stop(): Promise<void>;
}

/** The company's proxy: Debian's tinyproxy, whose way out is Local Azure, and which knows the portal. */
export async function startProxy(azureUrl: string): Promise<Proxy> {
  const [config, log] = ['tinyproxy.conf', 'tinyproxy.log'].map((name) => join(tools.home(), name));
  const { port } = new URL(PROXY);
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 600',
    'MaxClients 200',
    'ConnectPort 443',
    `LogFile "${log}"`,
    'LogLevel Connect',
    `Upstream http 127.0.0.1:${new URL(azureUrl).port}`,
    `Upstream none "${PORTAL}"`,
  ];
  writeFileSync(String(config), lines.join('\n'));
  writeFileSync(String(log), '');
  const child = spawn(tools.tinyproxy(), ['-d', '-c', String(config)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  while (child.exitCode === null && !(await isListening(Number(port)))) await setTimeout(20);
  return {
    hosts: () => [...readFileSync(String(log), 'utf8').matchAll(/CONNECT ([^\s:]+):443 HTTP/g)].map(([, host = '']) => host),
    async stop() {
      child.kill();
      await exited;
    },
  };
}
