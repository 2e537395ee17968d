import { describe, expect, test } from '@jest/globals';
import { retailPlan } from '../edits/retail-plan.fixture';
import type { PlanDocument } from '../store/plan-document';
import { IDLE_MS, retryAfter, SaveQueue, type SaveResult, type SaveState } from './save-queue';

const plan = (title: string): PlanDocument => ({
  definition: { ...retailPlan(), title: { en: title } },
  layout: { items: {} },
});

/** A transport whose answers the test gives by hand, and timers that the test lets run. */
function bench(revision = 4) {
  const sent: { title: string | undefined; expectedRevision: number; answer: (result: SaveResult) => Promise<void> }[] =
    [];
  const timers: { milliseconds: number; run: () => void }[] = [];
  const states: SaveState[] = [];
  const saved: PlanDocument[] = [];
  const queue = new SaveQueue({
    revision,
    savedAt: '2026-03-02T06:02:00.000Z',
    send: (document, expectedRevision) =>
      new Promise((resolve) => {
        sent.push({
          title: document.definition.title.en,
          expectedRevision,
          answer: async (result) => {
            resolve(result);
            for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
          },
        });
      }),
    timers: {
      after: (milliseconds, run) => {
        const timer = { milliseconds, run };
        timers.push(timer);
        return () => {
          const index = timers.indexOf(timer);
          if (index >= 0) timers.splice(index, 1);
        };
      },
    },
    onState: (state) => states.push(state),
    onSaved: (document) => saved.push(document),
  });
  const runTimer = () => timers.shift()?.run();
  return { queue, sent, timers, states, saved, runTimer };
}

const saved = (revision: number): SaveResult => ({ kind: 'saved', revision, at: `2026-03-02T06:0${revision}:00.000Z` });
const theirs = { revision: 9, at: '2026-03-02T06:05:00.000Z', by: '李伟', document: plan('theirs') };

describe('saving a plan', () => {
  test('waits for a pause, then sends the newest document with the revision it is based on', async () => {
    const { queue, sent, timers, runTimer, saved: done } = bench();
    queue.changed(plan('a'));
    queue.changed(plan('b'));
    expect(timers.map((timer) => timer.milliseconds)).toEqual([IDLE_MS]);
    expect(queue.state).toEqual({ kind: 'unsaved', changes: 2 });
    runTimer();
    expect(sent.map(({ title, expectedRevision }) => [title, expectedRevision])).toEqual([['b', 4]]);
    expect(queue.state).toEqual({ kind: 'saving', changes: 2 });
    await sent[0]?.answer(saved(5));
    expect(queue.state).toEqual({ kind: 'saved', at: '2026-03-02T06:05:00.000Z' });
    expect(done).toHaveLength(1);
    expect(timers).toHaveLength(0);
  });

  test('an edit made while a save is in flight survives and is sent after it', async () => {
    const { queue, sent, runTimer, saved: done } = bench();
    queue.changed(plan('a'));
    runTimer();
    queue.changed(plan('b'));
    await sent[0]?.answer(saved(5));
    expect(queue.state).toEqual({ kind: 'unsaved', changes: 1 });
    expect(done).toHaveLength(0);
    runTimer();
    expect(sent[1]).toMatchObject({ title: 'b', expectedRevision: 5 });
    await sent[1]?.answer(saved(6));
    expect(queue.state.kind).toBe('saved');
  });

  test('never has two requests in flight', async () => {
    const { queue, sent, runTimer } = bench();
    queue.changed(plan('a'));
    runTimer();
    queue.changed(plan('b'));
    runTimer();
    const flushed = queue.flush();
    expect(sent).toHaveLength(1);
    await sent[0]?.answer(saved(5));
    expect(sent).toHaveLength(2);
    await sent[1]?.answer(saved(6));
    expect((await flushed).kind).toBe('saved');
  });

  test('without network the edits stay, it says how many, and tries again with growing pauses', async () => {
    const { queue, sent, timers, runTimer } = bench();
    queue.changed(plan('a'));
    runTimer();
    await sent[0]?.answer({ kind: 'unreachable' });
    expect(queue.state).toEqual({ kind: 'failed', changes: 1, reason: 'unreachable' });
    queue.changed(plan('b'));
    expect(queue.state).toEqual({ kind: 'failed', changes: 2, reason: 'unreachable' });
    expect(timers.map((timer) => timer.milliseconds)).toEqual([retryAfter(0)]);
    runTimer();
    await sent[1]?.answer({ kind: 'unreachable' });
    expect(timers.map((timer) => timer.milliseconds)).toEqual([retryAfter(1)]);
    expect(sent[1]).toMatchObject({ title: 'b', expectedRevision: 4 });
    runTimer();
    await sent[2]?.answer(saved(5));
    expect(queue.state.kind).toBe('saved');
    expect(retryAfter(40)).toBe(60_000);
  });

  test('a draft that somebody else saved is never overwritten by itself', async () => {
    const { queue, sent, timers, runTimer } = bench();
    queue.changed(plan('a'));
    runTimer();
    await sent[0]?.answer({ kind: 'stale', theirs });
    expect(queue.state).toEqual({ kind: 'stale', changes: 1, theirs });
    queue.changed(plan('b'));
    await queue.flush();
    expect(timers).toHaveLength(0);
    expect(sent).toHaveLength(1);
    expect(queue.state).toEqual({ kind: 'stale', changes: 2, theirs });
  });

  test('taking theirs leaves nothing to save and goes on from their revision', async () => {
    const { queue, sent, runTimer } = bench();
    queue.changed(plan('a'));
    runTimer();
    await sent[0]?.answer({ kind: 'stale', theirs });
    expect(queue.takeTheirs()).toBe(theirs);
    expect(queue.state).toEqual({ kind: 'saved', at: theirs.at });
    queue.changed(plan('c'));
    runTimer();
    expect(sent[1]).toMatchObject({ title: 'c', expectedRevision: 9 });
  });

  test('overwriting is possible when it is asked for', async () => {
    const { queue, sent, runTimer } = bench();
    queue.changed(plan('a'));
    runTimer();
    await sent[0]?.answer({ kind: 'stale', theirs });
    const overwritten = queue.overwrite();
    expect(sent[1]).toMatchObject({ title: 'a', expectedRevision: 9 });
    await sent[1]?.answer(saved(10));
    expect((await overwritten).kind).toBe('saved');
  });

  test('what the server refuses waits for the next edit instead of being sent again and again', async () => {
    const { queue, sent, timers, runTimer } = bench();
    queue.changed(plan('a'));
    runTimer();
    await sent[0]?.answer({ kind: 'refused', message: '标题不能为空' });
    expect(queue.state).toEqual({ kind: 'failed', changes: 1, reason: 'refused', message: '标题不能为空' });
    expect(timers).toHaveLength(0);
    queue.changed(plan('b'));
    expect(queue.state).toEqual({ kind: 'unsaved', changes: 2 });
    runTimer();
    await sent[1]?.answer(saved(5));
    expect(queue.state.kind).toBe('saved');
  });

  test('a transport that throws counts as unreachable', async () => {
    const states: SaveState[] = [];
    const queue = new SaveQueue({
      revision: 1,
      savedAt: undefined,
      send: () => Promise.reject(new Error('broken')),
      timers: { after: () => () => {} },
      onState: (state) => states.push(state),
    });
    queue.changed(plan('a'));
    expect(await queue.flush()).toEqual({ kind: 'failed', changes: 1, reason: 'unreachable' });
  });

  test('after stopping nothing is sent and nobody is told', () => {
    const { queue, sent, states, timers } = bench();
    queue.changed(plan('a'));
    const before = states.length;
    queue.stop();
    queue.changed(plan('b'));
    for (const timer of [...timers]) timer.run();
    expect(sent).toHaveLength(0);
    expect(states).toHaveLength(before);
  });
});
