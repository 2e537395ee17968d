import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PluginFolders, pluginFolders } from '../testing/plugin-folder.js';
import { followFolders } from './folder-follower.js';

describe('plugins in development', () => {
  let folders: PluginFolders;
  beforeAll(() => {
    folders = pluginFolders();
  });
  afterAll(() => folders.erase());

  it('are read again when one was built, appeared or went, and not otherwise', async () => {
    folders.write('steady');
    let reloads = 0;
    const follower = await followFolders([`${folders.root}/*`], async () => {
      reloads += 1;
    });
    try {
      expect(await follower.look()).toBe(false);
      folders.write('fresh');
      await follower.look();
      expect(reloads).toBe(1);
      folders.write('steady', { code: 'export default { id: "steady", again: true };' });
      await follower.look();
      expect(reloads).toBe(2);
      folders.remove('fresh');
      await follower.look();
      await follower.look();
      expect(reloads).toBe(3);
    } finally {
      await follower.stop();
    }
  });

  it('are tried again when reading them failed', async () => {
    let fails = true;
    let reloads = 0;
    const follower = await followFolders([`${folders.root}/*`], async () => {
      reloads += 1;
      if (fails) throw new Error('the database is away');
    });
    try {
      folders.write('later');
      await expect(follower.look()).rejects.toThrow('away');
      fails = false;
      // Looks queue; one that failed does not hold up the next.
      expect(await follower.look()).toBe(true);
      expect(reloads).toBe(2);
    } finally {
      await follower.stop();
    }
  });
});
