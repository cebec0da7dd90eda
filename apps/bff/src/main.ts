import { ConfigError, readConfig } from './config';
import { reasonOf } from './http/answer-problem';
import { createLogger } from './http/logging';
import { leave } from './line-sink';
import { ListenError, start } from './start';
import { StoreError } from './store/store-error';

// Whatever is written holds what other accounts of this computer must not read.
process.umask(0o077);

const logger = createLogger();
let end: (code: number) => void = (code) => void leave(code);
// Nobody knows what state it is in; those whom it answers meanwhile have done nothing to it.
process.on('uncaughtException', (error) => {
  logger.fatal({ reason: reasonOf(error) }, 'the server breaks off');
  end(1);
});

try {
  const running = await start(readConfig(process.env), { logger });
  let stopping: Promise<void> | undefined;
  let exitCode = 0;
  end = (code) => {
    exitCode ||= code;
    stopping ??= running.stop().finally(() => void leave(exitCode));
  };
  // Who tells a whole group of processes, as systemd and a terminal do, tells this one again through those that started it.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0));
  process.once('disconnect', () => end(0));
  const say = (what: object) => process.stdout.write(`${JSON.stringify({ ...what, url: running.url })}\n`);
  say({ listening: true });
  if (await running.ready) say({ ready: true });
} catch (error) {
  const isForeseen = error instanceof ConfigError || error instanceof ListenError || error instanceof StoreError;
  process.stderr.write(isForeseen ? `${error.message}\n` : `The server cannot start: ${String(error)}\n`);
  await leave(1);
}
