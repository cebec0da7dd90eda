// Loaded before a program (`node --import`): its calendar stands still at TRESOR_STANDING_DATE, so that what it shows is the same on every
// day and in every run. Timers and performance.now() go on.
const moment = Date.parse(process.env.TRESOR_STANDING_DATE ?? '');
if (Number.isNaN(moment)) throw new Error('TRESOR_STANDING_DATE is no date.');

const RealDate = globalThis.Date;
globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(moment);
    else super(...parts);
  }

  static now() {
    return moment;
  }
};
