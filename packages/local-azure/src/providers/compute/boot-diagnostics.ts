import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { readSignature } from '../../storage/sas';
import { blobUrl, findContainer, putBytes, putContainer, removeContainer } from '../../world/storage/blobs';
import { guestOf } from '../../world/compute/guests';
import { at, text } from '../../world/json';
import { guidOf } from '../../world/stable-ids';
import { forgetKeys, hiddenAccounts, STORAGE_TYPE } from '../../world/storage/storage-accounts';
import type { ArmResource, World } from '../../world/world';
import { consoleOf } from './console';
import { screenOf } from './screen';
import { VM_TYPE } from './types';

const CONTAINER = 'bootdiagnostics';
const DEFAULT_MINUTES = 120;
const MOST_MINUTES = 1440;

/** Whether a machine writes down how it starts. */
const hasBootDiagnostics = (vm: ArmResource): boolean => at(vm.properties, 'diagnosticsProfile', 'bootDiagnostics', 'enabled') === true;

/** The account of Azure's own in which that of a machine lies. */
const accountOf = (vmId: string): string => `bd${guidOf(`boot diagnostics of ${vmId.toLowerCase()}`).replaceAll('-', '').slice(0, 20)}`;

function minutesIn(call: ArmCall): number {
  const given = [...call.query].find(([name]) => name.toLowerCase() === 'sasuriexpirationtimeinminutes')?.[1];
  const minutes = Number(given ?? DEFAULT_MINUTES);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new ArmError(400, 'InvalidParameter', 'The value of sasUriExpirationTimeInMinutes must be between 1 and 1440.');
}

/** A file of a machine, written as it is now. Answers its address, signed for some minutes. */
function written(world: World, vm: ArmResource, file: string, bytes: Buffer, type: string, minutes: number): string {
  const place = { account: accountOf(vm.id), container: CONTAINER, name: `${vm.name}.${text(vm.properties['vmId']) ?? ''}.${file}` };
  const blob = putBytes(world, place, bytes, type);
  return `${blobUrl(world, blob)}?${readSignature(world, blob, minutes * 60)}`;
}

/**
 * POST retrieveBootDiagnosticsData: addresses of a picture of the screen (BMP) and of the serial log (text), signed for
 * `sasUriExpirationTimeInMinutes` (120; at most 1440). Both are made of the state of the machine at that moment. @throws ArmError 404; 409
 * where boot diagnostics is off
 */
export function retrieveBootDiagnosticsData(call: ArmCall): ArmAnswer {
  const { world } = call;
  const vm = resourceOf(call, VM_TYPE, call.path.replace(/\/[^/]+$/, ''));
  const minutes = minutesIn(call);
  if (!hasBootDiagnostics(vm)) {
    throw new ArmError(409, 'OperationNotAllowed', `Boot diagnostics is not enabled for the virtual machine '${vm.name}'.`);
  }
  const account = accountOf(vm.id);
  if (!findContainer(world, account, CONTAINER)) {
    hiddenAccounts(world).put(account, { id: vm.id, name: account, type: STORAGE_TYPE, kind: 'StorageV2', properties: {} });
    putContainer(world, account, CONTAINER);
  }
  const { screen, colors, log } = consoleOf(world, vm, guestOf(world, vm.id));
  const body = {
    consoleScreenshotBlobUri: written(world, vm, 'screenshot.bmp', screenOf(screen, colors), 'image/bmp', minutes),
    serialConsoleLogBlobUri: written(world, vm, 'serialconsole.log', Buffer.from(`${log.join('\r\n')}\r\n`), 'text/plain', minutes),
  };
  return { status: 200, body };
}

/** Forgets what a machine that goes has written down. */
export function forgetBootDiagnostics(world: World, vmId: string): void {
  const account = accountOf(vmId);
  if (!hiddenAccounts(world).get(account)) return;
  removeContainer(world, account, CONTAINER);
  hiddenAccounts(world).delete(account);
  forgetKeys(world, account);
}
