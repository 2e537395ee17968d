import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entities } from '../entities.js';
import { DepartmentEntity, PersonEntity, WorkspaceEntity } from '../people/entities.js';
import { CalendarYearEntity, PlanEntity } from '../plans/entities.js';
import { PluginReleaseEntity } from '../plugins/entities.js';
import { cloneDatabase } from '../testing/cluster.js';
import { countStatements } from '../testing/count-statements.js';
import { Database } from './database.js';
import { emptyScope } from './scope.js';

let database: Database;
let drop: () => Promise<void>;
let workspaceId: string;

beforeAll(async () => {
  const cloned = await cloneDatabase();
  drop = cloned.drop;
  database = await Database.open({ url: cloned.appUrl, entities });
  workspaceId = await database.work(({ em }) => em.insert(WorkspaceEntity, { name: 'Here' }));
});
afterAll(async () => {
  await database?.close();
  await drop?.();
});

describe('entities within a transaction', () => {
  test('a record is made and changed by one statement each, on the connection of the transaction', async () => {
    const counted = await countStatements(() =>
      database.work(async (tx) => {
        const id = await tx.em.insert(PersonEntity, { workspaceId, name: 'Ada' });
        await tx.em.nativeUpdate(PersonEntity, { id }, { locale: 'en' });
        expect(await tx.rows('select name, locale from person where id = $1', [id])).toEqual([
          { name: 'Ada', locale: 'en' },
        ]);
      }),
    );
    expect(counted.connections).toBe(1);
    // Beginning, two for the record, one to look at it, and the end.
    expect([...counted.statements.values()].reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  test('what was read is changed when it is flushed, and nothing else is written', async () => {
    const id = await database.work(({ em }) => em.insert(PersonEntity, { workspaceId, name: 'Bob', jobRole: 'x' }));
    const counted = await countStatements(() =>
      database.work(async ({ em }) => {
        const person = await em.findOneOrFail(PersonEntity, { id });
        person.jobRole = null;
        await em.flush();
        await em.flush();
      }),
    );
    expect([...counted.statements.keys()].filter((text) => text.startsWith('update'))).toEqual([
      expect.stringMatching(
        /^update "person" set "job_role" = null where "id" = '[0-9a-f-]{36}'( returning "name_search")?$/,
      ),
    ]);
  });

  test('a viewer reads under their policies and writes only as the worker', async () => {
    const plan = { workspaceId, key: 'p', title: { en: 'Plan' }, createdAt: '2026-01-01T00:00:00.123Z' };
    await database.work(({ em }) => em.insert(PlanEntity, plan));
    await database.read(emptyScope(crypto.randomUUID()), async (tx) => {
      expect(await tx.rows('select id from plan')).toEqual([]);
    });
    await database.command({ ...emptyScope(workspaceId), plans: true }, async (tx) => {
      expect(await tx.em.find(PlanEntity, {})).toEqual([expect.objectContaining(plan)]);
      await tx.becomeWorker();
      await tx.em.nativeUpdate(PlanEntity, { key: 'p' }, { title: { en: 'Other' } });
    });
    await expect(
      database.command({ ...emptyScope(workspaceId), plans: true }, ({ em }) =>
        em.nativeUpdate(PlanEntity, { key: 'p' }, { title: { en: 'Refused' } }),
      ),
    ).rejects.toThrow('permission denied for table plan');
    const [stored] = await database.look((tx) =>
      tx.rows<{ title: object }>('select title from plan where workspace_id = $1', [workspaceId]),
    );
    expect(stored).toEqual({ title: { en: 'Other' } });
  });

  test('all of it is undone when the command fails', async () => {
    await expect(
      database.work(async ({ em }) => {
        await em.insert(DepartmentEntity, { workspaceId, key: 'k', name: 'Gone' });
        throw new Error('not now');
      }),
    ).rejects.toThrow('not now');
    expect(await database.look((tx) => tx.rows('select id from department'))).toEqual([]);
  });

  test('values arrive as they were given: quotes, backslashes, lists, JSON, bytes, instants to the millisecond', async () => {
    const calendar = `it's \\ "quoted" ? $1 “”`;
    const year = { workspaceId, calendar, year: 2026, off: ['2026-01-01', '2026-01-02'], on: [] };
    const manifest = { id: 'x', text: calendar };
    const read = await database.work(async ({ em }) => {
      const publishedAt = '2026-01-01T00:00:00.123Z';
      const yearId = await em.insert(CalendarYearEntity, { ...year, publishedAt });
      const releaseId = await em.insert(PluginReleaseEntity, {
        pluginKey: 'x',
        version: '1',
        sha256: 'a'.repeat(64),
        manifest: manifest as never,
        bundle: Buffer.from([0, 255, 39, 92]),
        foundAt: publishedAt,
      });
      const kept = await em.findOneOrFail(CalendarYearEntity, { id: yearId });
      const release = await em.findOneOrFail(PluginReleaseEntity, { id: releaseId });
      kept.off = [...kept.off, '2026-02-02'];
      await em.flush();
      return {
        kept: await em.fork({ keepTransactionContext: true }).findOneOrFail(CalendarYearEntity, { id: yearId }),
        release,
      };
    });
    expect(read.kept).toMatchObject({
      ...year,
      off: ['2026-01-01', '2026-01-02', '2026-02-02'],
      publishedAt: '2026-01-01T00:00:00.123Z',
    });
    expect(read.release.manifest).toEqual(manifest);
    expect([...read.release.bundle]).toEqual([0, 255, 39, 92]);
  });
});
