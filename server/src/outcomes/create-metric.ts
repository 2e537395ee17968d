import type { Text } from '@planwright/schema/words';
import { userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { say } from './generated/messages.js';
import type { Metric } from './metric.js';
import { findMetric } from './read-metrics.js';

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

const CREATE_METRIC = statement(
  { key: 'text' },
  `insert into metric (workspace_id, key, title, unit, direction, family, scale, low, high, created_at, created_by)
     values ($1::uuid, $2, $3::jsonb, $4, $5, $6, $7, $8, $9, $10::timestamptz, $11::uuid)
     on conflict (workspace_id, key) do nothing returning key`,
);

/** A metric of the workspace's own; its key is what plans name under `outcomes`. */
export async function createMetric(act: Act, metric: Omit<Metric, 'source'>): Promise<Outcome<{ key: string }>> {
  const { tx, viewer, language, now } = act;
  const { key, title, low, high } = metric;
  const bad = (sentence: Text, ...path: string[]) => refused(userError('INVALID', sentence, language, path));
  if (!KEY.test(key)) return bad(say('badKey'), 'key');
  const names = Object.values(title).map((text) => text?.trim() ?? '');
  if (names.some((text) => text === '' || text.length > 200)) return bad(say('badTitle'), 'title');
  if ((metric.unit ?? '').length > 20) return bad(say('badUnit'), 'unit');
  if (low !== null && high !== null && low >= high) return bad(say('badBounds'), 'high');
  if (await findMetric(tx, viewer.workspace.id, key)) return bad(say('keyTaken', { key }), 'key');
  await tx.becomeWorker();
  const row = await tx.row(CREATE_METRIC, [
    viewer.workspace.id,
    key,
    JSON.stringify(title),
    metric.unit,
    metric.direction,
    metric.family,
    metric.scale,
    low,
    high,
    now,
    viewer.personId,
  ]);
  if (!row) return bad(say('keyTaken', { key }), 'key');
  await audited(act, { action: 'createMetric', subject: `Metric:${key}` });
  return done({ key });
}
