// A place of its own for images, which buildah makes without any right to start containers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { readBack } from '../read-back.mjs';

const NAME = 'localhost/tresor';

/**
 * @typedef {{ User: string, Env: string[], Entrypoint: string[], Healthcheck: { Test: string[] }, Labels: Record<string, string> }} Started
 *
 * @param {string} program path of buildah
 */
export function openStorage(program) {
  const home = mkdtempSync(join(tmpdir(), 'image-storage-'));
  // One copy of the files for each layer, which needs nothing of the kernel.
  const place = ['--root', join(home, 'images'), '--runroot', join(home, 'run'), '--storage-driver', 'vfs'];
  const buildah = (...args) =>
    execFileSync(program, [...place, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  /** @returns {{ layers: string[], started: Started }} */
  const described = () => {
    /** @type {{ Docker: { rootfs: { diff_ids: string[] }, config: Started & { Hostname: string } } }} */
    const { Docker: image } = readBack(buildah('inspect', '--type', 'image', NAME));
    const { Hostname: _drawnByLot, ...started } = image.config;
    return { layers: image.rootfs.diff_ids, started };
  };
  return {
    /**
     * Makes the image of what lies in the folder; answers what of it is the same for every build of a commit: its layers and how it is
     * started. All files bear the time of the commit. The name of the container in which it was made is in the image, too, and is drawn by lot.
     * @param {string} context
     * @param {{ version: string, revision: string, created: number }} source
     */
    build(context, { version, revision, created }) {
      const file = join(root, 'deploy/image/Containerfile');
      const named = { VERSION: version, REVISION: revision, CREATED: new Date(created * 1000).toISOString() };
      const args = Object.entries(named).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
      // The format of Docker is the one that knows health checks.
      buildah(
        'build',
        '--quiet',
        '--format',
        'docker',
        '--isolation',
        'chroot',
        '--layers=false',
        '--identity-label=false',
        '--timestamp',
        `${created}`,
        ...args,
        '--file',
        file,
        '--tag',
        NAME,
        context,
      );
      return JSON.stringify(described());
    },
    /** @param {string} archive @param {string} name */
    write: (archive, name) => void buildah('push', '--quiet', NAME, `docker-archive:${archive}:${name}`),
    /** The files of a container of the image, as a folder of this computer, and how the image is started. */
    mount: () => ({ folder: buildah('mount', buildah('from', '--pull-never', NAME)), started: described().started }),
    close() {
      buildah('umount', '--all');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
