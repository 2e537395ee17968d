import type { Verdict } from '@planwright/plugin-sdk';
import type { Instant } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import type { Database } from '../../database/index.js';
import { say } from '../generated/messages.js';
import type { PluginDeps } from '../plugin-deps.js';
import { noteCheck } from './integration-records.js';

export interface CheckResult {
  ok: boolean;
  verdict: Verdict;
  messages: Text[];
}

/** “Test connection”: asks the plugin, and keeps what it said. Answers nothing when there is no such integration. */
export async function testIntegration(
  { database, now }: { database: Database; now: Instant },
  { host, sessions }: Pick<PluginDeps, 'host' | 'sessions'>,
  integrationId: string,
): Promise<CheckResult | undefined> {
  const opened = await sessions.open(integrationId);
  if ('closed' in opened && opened.closed === 'GONE') return undefined;
  const result = 'closed' in opened ? closedResult(opened) : await ask(host, opened);
  await database.work((tx) =>
    noteCheck(tx, integrationId, {
      health: result.ok ? 'HEALTHY' : 'FAILING',
      verdict: result.verdict,
      problem: result.ok ? null : result.messages,
      now,
    }),
  );
  return result;
}

function closedResult(closed: { closed: string; keyId?: string | undefined }): CheckResult {
  const said = closed.closed === 'KEY_LOST' ? say('sealedWithOtherKey', { id: closed.keyId ?? '' }) : say('notEnabled');
  return { ok: false, verdict: 'config', messages: [said] };
}

async function ask(
  host: PluginDeps['host'],
  {
    release,
    session,
  }: { release: Parameters<PluginDeps['host']['check']>[0]; session: Parameters<PluginDeps['host']['check']>[1] },
): Promise<CheckResult> {
  const refused: Text[] = [];
  const listening: typeof session = {
    ...session,
    refused: (why) => refused.push({ ...say('noCheck'), ...why }),
  };
  const called = await host.check(release, listening);
  // A plugin knows only that its call failed: what the server refused, the server says itself.
  const [first] = refused;
  if (first && !(called.ok && called.value.verdict === 'ok'))
    return { ok: false, verdict: 'config', messages: [...new Map(refused.map((why) => [why.en, why])).values()] };
  if (!called.ok) {
    const { kind, message } = called.failure;
    return { ok: false, verdict: 'transient', messages: [say('notAsked', { kind, message })] };
  }
  const { verdict, messages: said } = called.value;
  return { ok: verdict === 'ok', verdict, messages: said.map((text) => ({ ...say('noCheck'), ...text })) };
}
