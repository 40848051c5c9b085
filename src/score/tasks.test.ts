import { describe, expect, it } from 'vitest';
import { TASKS } from './tasks.ts';

describe('TASKS', () => {
  it('describes each task, and asks only where it can answer', () => {
    for (const task of Object.values(TASKS)) {
      expect(task.describe.length).toBeGreaterThan(10);
      expect(task.ask === null).toBe(task.answer === null);
    }
  });

  it('refuses a gold that is no list of objects, with its line', () => {
    expect(() => TASKS.geo?.score([{}, 7], [])).toThrow(/gold.*line 2/);
  });

  it('hands the day of a document on as its publication date', () => {
    expect(TASKS.time?.ask?.([{ id: 'a', text: 'Today.', dct: '2021-05-04' }])).toEqual([
      { id: 'a', text: 'Today.', published: '2021-05-04' },
    ]);
  });
});
