import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { findUser } from '../world/directory';
import { decide } from './device-codes';
import type { Entra } from './entra';
import { isForeign } from '../pages/foreign';
import { deviceCodePage } from './sign-in-page';

/** GET and POST /{tenant}/oauth2/v2.0/device: where a person signs in to a program that shows a code. */
export function devicePage({ world }: Entra, request: HttpRequest): HttpAnswer {
  if (request.method !== 'POST' || isForeign(request)) return deviceCodePage(world, request);
  const form = new URLSearchParams(request.body);
  const user = findUser(world, form.get('username') ?? '');
  const declined = form.has('cancel');
  if (!declined && !user) return deviceCodePage(world, request);
  const known = decide(world, form.get('user_code') ?? '', declined || !user ? 'declined' : { objectId: user.objectId });
  if (!known) return deviceCodePage(world, request, 'unknownCode');
  return deviceCodePage(world, request, declined ? 'declined' : 'done');
}
