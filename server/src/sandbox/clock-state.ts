import type { Instant } from '@planwright/schema/time';
import { column, present, statement, type Tx } from '../database/index.js';
import { WorkspaceEntity } from '../people/entities.js';
import type { SandboxBehaviour } from './sample-conduct.js';

/** A move of a sandbox's clock that is under way. */
export interface ClockMove {
  workspaceId: string;
  /** Names whoever walks; another one has taken over when it is not in the row any more. */
  run: string;
  target: Instant;
  people: SandboxBehaviour;
}

/** Real time for which a walker that says nothing keeps the clock; then another one goes on from where it stands. */
export const LEASE_MS = 30_000;

const COLUMNS = `id as "workspaceId", clock_run as run, clock_target as target, clock_people as people`;

const CLOCK_MOVE = {
  workspaceId: 'uuid',
  run: 'uuid!',
  target: 'timestamptz!',
  people: present(column(WorkspaceEntity, 'clockPeople')),
} as const;

const BEGIN_MOVE = statement(
  CLOCK_MOVE,
  `update workspace set clock_target = $2::timestamptz, clock_people = $3, clock_run = $4::uuid,
       clock_lease_until = $5::timestamptz + $6 * interval '1 millisecond'
     where id = $1::uuid and kind = 'SANDBOX' and clock_target is null returning ${COLUMNS}`,
);

/** Takes the clock for a move, unless another one is under way. `real` is real time. As worker. */
export function beginMove(tx: Tx, move: ClockMove, real: Instant): Promise<ClockMove | undefined> {
  return tx.row(BEGIN_MOVE, [move.workspaceId, move.target, move.people, move.run, real, LEASE_MS]);
}

const TAKE_OVER_MOVE = statement(
  CLOCK_MOVE,
  `update workspace set clock_run = $1::uuid, clock_lease_until = $2::timestamptz + $3 * interval '1 millisecond'
     where id = (select id from workspace where clock_target is not null and clock_lease_until <= $2::timestamptz
       order by clock_lease_until limit 1 for update skip locked)
     returning ${COLUMNS}`,
);

/** Takes over one move whose walker is gone. */
export function takeOverMove(tx: Tx, run: string, real: Instant): Promise<ClockMove | undefined> {
  return tx.row(TAKE_OVER_MOVE, [run, real, LEASE_MS]);
}

const SET_CLOCK = statement(
  { now: 'timestamptz' },
  `update workspace set
       clock_offset_ms = greatest(clock_offset_ms, ceil(extract(epoch from $3::timestamptz - $4::timestamptz) * 1000)::bigint),
       clock_lease_until = $4::timestamptz + $5 * interval '1 millisecond'
     where id = $1::uuid and clock_run = $2::uuid
     returning $4::timestamptz + clock_offset_ms * interval '1 millisecond' as now`,
);

/**
 * Sets the clock on to an instant, never back, and keeps the lease; undefined when somebody else has taken over. Answers
 * what time it is then: where the walk took longer than the step, real time has carried the clock past it.
 */
export async function setClock(
  tx: Tx,
  { workspaceId, run }: ClockMove,
  to: Instant,
  real: Instant,
): Promise<{ now: Instant } | undefined> {
  return tx.row(SET_CLOCK, [workspaceId, run, to, real, LEASE_MS]);
}

const END_MOVE = statement(
  {},
  `update workspace set clock_target = null, clock_people = null, clock_run = null, clock_lease_until = null
     where id = $1::uuid and clock_run = $2::uuid`,
);

/** The clock stands where it was to go: nobody walks any more. */
export async function endMove(tx: Tx, { workspaceId, run }: ClockMove): Promise<void> {
  await tx.rows(END_MOVE, [workspaceId, run]);
}

const RELEASE_MOVE = statement(
  {},
  'update workspace set clock_lease_until = $3::timestamptz where id = $1::uuid and clock_run = $2::uuid',
);

/** Lets others take over at once. */
export async function releaseMove(tx: Tx, { workspaceId, run }: ClockMove, real: Instant): Promise<void> {
  await tx.rows(RELEASE_MOVE, [workspaceId, run, real]);
}

export interface SandboxClock {
  offsetMs: number;
  target: Instant | null;
}

const READ_CLOCK_TARGETS = statement(
  { target: 'timestamptz?', id: 'uuid' },
  'select id, clock_target as target from workspace where id = any($1::uuid[])',
);

export const readClockTargets = (
  tx: Tx,
  workspaceIds: readonly string[],
): Promise<{ id: string; target: Instant | null }[]> => tx.rows(READ_CLOCK_TARGETS, [workspaceIds]);

const READ_CLOCK = statement(
  { offsetMs: 'bigint', target: 'timestamptz?' },
  'select clock_offset_ms as "offsetMs", clock_target as target from workspace where id = $1::uuid',
);

export async function readClock(tx: Tx, workspaceId: string): Promise<SandboxClock | undefined> {
  const row = await tx.row(READ_CLOCK, [workspaceId]);
  return row && { offsetMs: Number(row.offsetMs), target: row.target };
}
