export { startLocalAzure } from './start';
export type { LocalAzure, LocalAzureOptions } from './start';
export { connect, loopbackHttpClient, signInAs } from './testing/connect';
export type { Connection } from './testing/connect';
export { takeEffect } from './testing/take-effect';
export type { ClockMode } from './world/clock';
export type { HttpAnswer, HttpRequest } from './http/exchange';
export { StateError } from './world/state-error';
export type { User } from './world/directory';
