// Loaded before a program (`node --import`): its calendar stands still at TRESOR_STANDING_DATE, so that what it shows is the same on every
// day and in every run. Timers and performance.now() go on.
const moment = Date.parse(process.env.TRESOR_STANDING_DATE ?? '');
if (Number.isNaN(moment)) throw new Error('TRESOR_STANDING_DATE is no date.');

const RealDate = globalThis.Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (_, parts, asked) => Reflect.construct(RealDate, parts.length === 0 ? [moment] : parts, asked),
  apply: () => new Date().toString(),
  get: (real, name) => (name === 'now' ? () => moment : Reflect.get(real, name)),
});
