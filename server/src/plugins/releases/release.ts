import type { PluginManifest } from '@planwright/plugin-sdk';

/** Names one release for ever. */
export interface ReleaseRef {
  pluginKey: string;
  version: string;
  sha256: string;
}

export const refOf = ({ id, version, sha256 }: PluginManifest): ReleaseRef => ({ pluginKey: id, version, sha256 });

/** Numbers of a version; the part after a dash counts as earlier than none. */
function parts(version: string): { numbers: number[]; pre: string } {
  const [numbers = '', pre = ''] = version.split(/-(.*)/s);
  return { numbers: numbers.split('.').map(Number), pre };
}

/** Whether only the last number differs: 1.4.2 and 1.4.7. */
export function isPatch(from: string, to: string): boolean {
  const [left, right] = [parts(from), parts(to)];
  return (
    left.numbers[0] === right.numbers[0] && left.numbers[1] === right.numbers[1] && left.pre === '' && right.pre === ''
  );
}
