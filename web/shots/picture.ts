import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../docs/screens');

/** Writes a picture with a palette where `pngquant` is installed, and as it is where not. */
export function keep(name: string, picture: Buffer) {
  mkdirSync(FOLDER, { recursive: true });
  const small = spawnSync('pngquant', ['--speed', '1', '--strip', '128', '-'], { input: picture, maxBuffer: 64 * 1024 * 1024 });
  writeFileSync(join(FOLDER, `${name}.png`), small.status === 0 ? small.stdout : picture);
}
