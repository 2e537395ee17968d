import { DatabaseBoardSource } from '../dist/boards/database-board-source.js';
import { FIGURE_SQL } from '../dist/boards/figures/index.js';
import { BoardGroup } from '../dist/boards/live/board-group.js';
import { planRound } from '../dist/boards/live/group-round.js';
import { VersionItemsCache } from '../dist/boards/version-items-cache.js';
import { connect } from '../dist/database/connect.js';
import { Database } from '../dist/database/database.js';
import { median, report } from './measure.mjs';

const ROUNDS = 9;
const TIMES = 20;

const COUNTERS = `select id, epoch, seq, ${FIGURE_SQL.columns} from board_counter where id = any($1::uuid[])`;

/** What the hub reads and decides when 100 boards are due at once, against the one statement that reads their counters. */
export async function benchRefresh({ appUrl, ownerUrl, data }) {
  const database = await Database.open({ url: appUrl });
  const source = new DatabaseBoardSource(database, new VersionItemsCache());
  const client = await connect(ownerUrl);
  const scope = { reach: 'all' };
  const positions = await source.positions(data.boards);
  const groups = data.boards.map((boardId) => {
    const group = new BoardGroup(boardId, boardId, { key: 'hr', scope, language: 'en' }, {});
    const { epoch, seq } = positions.get(boardId);
    group.streams = [{ epoch, columns: 'x', cursor: seq, seen: seq, members: new Set() }];
    return group;
  });
  const since = new Map(data.boards.map((id) => [id, positions.get(id).seq]));
  const timed = (work) => async () => {
    const start = performance.now();
    for (let time = 0; time < TIMES; time += 1) await work();
    return (performance.now() - start) / TIMES;
  };
  const contenders = {
    'the one SQL, by the driver': timed(() =>
      client.query({ name: 'counters', text: COUNTERS, values: [data.boards] }),
    ),
    'Planwright: counters of all, and what each group gets': timed(async () => {
      const heads = await source.heads(since);
      for (const group of groups) planRound(group, heads.get(group.boardId));
    }),
    'Planwright: the safety poll': timed(() => source.positions(data.boards)),
  };
  const values = new Map(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, measure] of Object.entries(contenders)) {
      const value = await measure();
      if (round > 0) values.get(name).push(value);
    }
  }
  const results = new Map(
    [...values].map(([name, list]) => [
      name,
      { median: median(list), low: Math.min(...list), high: Math.max(...list) },
    ]),
  );
  const [floor, ours] = [...results.keys()];
  report('Refreshing 100 boards', 'ms', results, [{ ours, against: floor, most: 2 }]);
  await client.end();
  await database.close();
}
