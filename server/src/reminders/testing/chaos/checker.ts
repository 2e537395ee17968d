import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { type ChaosChannel, KINDS, type ProviderCall } from './kinds.js';

/**
 * Compares what the ledger says with what the providers saw, knowing nothing of how it was sent:
 * `checker.mjs <database url> <provider log> <messages expected>`. Prints the counts; exits 1 with a line for each thing that is wrong.
 */
const [url = '', file = '', expected = '0'] = process.argv.slice(2);

interface LedgerRow {
  channel: ChaosChannel;
  key: string;
  state: string;
  attempts: number;
  occurrences: number;
  occurrenceStates: string[];
}

const client = new Client({ connectionString: url });
await client.connect();
const { rows } = await client.query<LedgerRow>(`
  select d.channel, d.idempotency_key as key, d.state, d.attempts, count(o.id)::int as occurrences,
    array_agg(distinct o.state) as "occurrenceStates"
  from delivery d left join reminder_occurrence o on o.delivery_id = d.id group by d.id`);
const loose = await client.query<{ state: string; count: number }>(
  `select state, count(*)::int as count from reminder_occurrence where delivery_id is null group by 1`,
);
const twice = await client.query(
  `select enrolment_id, channel from reminder_occurrence group by 1, 2 having count(*) <> 1`,
);
await client.end();

const calls = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ProviderCall);
const wrong: string[] = [];
const callsOf = Map.groupBy(calls, ({ channel, key }) => `${channel} ${key}`);

if (rows.length !== Number(expected)) wrong.push(`${rows.length} messages in the ledger, not ${expected}`);
for (const { state, count } of loose.rows) wrong.push(`${count} occurrences are ${state} and in no message`);
if (twice.rowCount) wrong.push(`${twice.rowCount} people are told more or less than once on a channel`);
const tally = { messages: rows.length, calls: calls.length, effects: 0, repeats: 0, unknown: 0, unknownButArrived: 0 };

for (const { channel, key, state, occurrences, occurrenceStates } of rows) {
  const mine = callsOf.get(`${channel} ${key}`) ?? [];
  const effects = mine.filter(({ effect }) => effect).length;
  tally.effects += effects;
  tally.repeats += Math.max(0, mine.length - 1);
  const name = `${channel} ${key}`;
  if (occurrences !== 1 || occurrenceStates.some((one) => one !== state))
    wrong.push(`${name} is ${state}, its ${occurrences} occurrence(s) ${occurrenceStates.join('/')}`);
  if (effects > 1) wrong.push(`${name} reached somebody ${effects} times`);
  if (KINDS[channel].how === 'none') {
    if (mine.length > 1) wrong.push(`${name} was sent ${mine.length} times where nothing dedupes`);
    if (state === 'UNKNOWN') {
      tally.unknown += 1;
      tally.unknownButArrived += effects;
    } else if (state !== 'SENT' || effects !== 1) wrong.push(`${name} is ${state} with ${effects} effects`);
  } else if (state !== 'SENT') wrong.push(`${name} is ${state}`);
  else if (effects === 0) wrong.push(`${name} was lost: SENT, but it reached nobody`);
}
const known = new Set(rows.map(({ channel, key }) => `${channel} ${key}`));
for (const name of callsOf.keys()) if (!known.has(name)) wrong.push(`${name} was sent without being in the ledger`);

process.stdout.write(`${JSON.stringify(tally)}\n`);
for (const line of wrong.slice(0, 30)) process.stdout.write(`WRONG ${line}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
