import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';

export const hashOf = (picture: Buffer): string => createHash('sha256').update(picture).digest('hex');

export const readPng = (picture: Buffer): PNG => PNG.sync.read(picture);
export const writePng = (png: PNG): Buffer => PNG.sync.write(png);
