import { expect, test } from '@jest/globals';
import { readAlgorithm } from './algorithm';

test('a drawing is read with the size of its blocks', () => {
  expect(readAlgorithm('BLOCKS/1 v1:1,v2:1 xoshiro/1')).toEqual({
    method: 'BLOCKS',
    size: 2,
    weights: [1, 1],
    generator: 'xoshiro/1',
  });
  expect(readAlgorithm('BLOCKS/1 v1:2,v2:4 xoshiro/1')?.size).toBe(3);
  expect(readAlgorithm('PAIRS/1 v1:1,v2:1,v3:1 xoshiro/1')?.size).toBe(3);
  expect(readAlgorithm('CLUSTERS/1 a%3Ab:1,v2:1 xoshiro/1')?.method).toBe('CLUSTERS');
});

test('what is written in an unknown way is not guessed at', () => {
  for (const unknown of ['', 'BLOCKS', 'DICE/1 v1:1,v2:1 x', 'BLOCKS/1 v1:0,v2:1 x', 'BLOCKS/1 v1,v2 x'])
    expect(readAlgorithm(unknown)).toBeUndefined();
});
