import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LocalizedText } from '@planwright/schema/text';
import { listOf } from '@planwright/schema/words';
import { say } from '../generated/messages.js';
import type { LoadedRelease } from './plugin-host.js';
import { APIS } from './wire.js';

/** Why a release cannot run at all, for the studio. It stays off until its files are replaced. */
export const brokenBecause = {
  api: (api: number): LocalizedText => say('integrity.api', { api, spoken: listOf(APIS) }),
  missing: (): LocalizedText => say('integrity.missing'),
  hash: (): LocalizedText => say('integrity.hash'),
  identity: (is: string, says: string): LocalizedText => say('integrity.identity', { says, is }),
  noPlugin: (): LocalizedText => say('integrity.noPlugin'),
  threw: (message: string): LocalizedText => say('integrity.threw', { message }),
  slow: (): LocalizedText => say('integrity.slow'),
};

/** What is wrong with a release before any of its code runs: nothing, or a sentence. */
export async function integrityProblem(release: LoadedRelease): Promise<LocalizedText | undefined> {
  if (!APIS.includes(release.manifest.api)) return brokenBecause.api(release.manifest.api);
  const bytes = await readFile(release.bundle).catch(() => undefined);
  if (!bytes) return brokenBecause.missing();
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === release.sha256 && hash === release.manifest.sha256 ? undefined : brokenBecause.hash();
}
