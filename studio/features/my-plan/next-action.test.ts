import { describe, expect, it } from '@jest/globals';
import { nextAction, presentStep, webAddress } from './next-action';

const item = (over: Partial<Parameters<typeof nextAction>[0]>): Parameters<typeof nextAction>[0] => ({
  kind: 'TASK',
  state: 'AVAILABLE',
  deliverable: 'DOCUMENT',
  link: null,
  steps: [],
  ...over,
});

const step = (key: string, completedAt: string | null) => ({ key, title: key, dueAt: null, completedAt, onTime: null });

describe('the next action of an item', () => {
  it('is none while the item is locked, waits for review or is over', () => {
    for (const state of ['LOCKED', 'SUBMITTED', 'DONE', 'EXCUSED', 'NOT_APPLICABLE'] as const) {
      expect(nextAction(item({ state }))).toEqual({ do: 'nothing' });
    }
  });

  it('opens a course that has an address, and then marks it done', () => {
    const course = { kind: 'COURSE' as const, link: 'https://learn.example/1' };
    expect(nextAction(item(course))).toEqual({ do: 'open', url: 'https://learn.example/1', starts: true });
    expect(nextAction(item({ ...course, state: 'STARTED' }))).toEqual({ do: 'complete' });
  });

  it('starts a course without an address', () => {
    expect(nextAction(item({ kind: 'COURSE' }))).toEqual({ do: 'start' });
  });

  it('hands in the first step that is not handed in yet', () => {
    const steps = [step('draft', '2026-01-20T00:00:00.000Z'), step('revision', null), step('final', null)];
    expect(nextAction(item({ steps }))).toMatchObject({ do: 'submit', stepKey: 'revision', again: false });
  });

  it('hands in the last step again when the work came back', () => {
    const steps = [step('draft', '2026-01-20T00:00:00.000Z'), step('final', '2026-01-27T00:00:00.000Z')];
    expect(presentStep(steps)?.key).toBe('final');
    expect(nextAction(item({ state: 'RETURNED', steps }))).toMatchObject({
      do: 'submit',
      stepKey: 'final',
      again: true,
    });
  });

  it('asks for text where the deliverable is text, and for a link where it is a document', () => {
    expect(nextAction(item({ deliverable: 'TEXT' }))).toMatchObject({ wants: 'text' });
    expect(nextAction(item({ deliverable: 'DOCUMENT' }))).toMatchObject({ wants: 'link' });
    expect(nextAction(item({ deliverable: 'FILE' }))).toMatchObject({ wants: 'files' });
  });
});

describe('an address', () => {
  it('is one only over http and https', () => {
    expect(webAddress('https://docs.example/a?b=1')).toBe('https://docs.example/a?b=1');
    for (const value of [
      'javascript:alert(1)',
      'data:text/html,x',
      'docs.example',
      '见附件 https://a.example',
      '',
      null,
    ]) {
      expect(webAddress(value)).toBeUndefined();
    }
  });
});
