import { Database } from '../dist/database/database.js';
import { entities } from '../dist/entities.js';
import { findPeople } from '../dist/people/find-people.js';
import { startChild } from './child.mjs';
import { answerTimes, quantile } from './meanwhile.mjs';
import { held, median } from './measure.mjs';

const ROWS = 10_000;
const IMPORT_SECONDS = 30;
const SEARCH_MS = 20;
const ROUNDS = 40;

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅建国志文博雅欣怡子轩雨桐'];

/** Nobody is like the next one, from no chance but their number; everybody but the first has a manager who stands anywhere in the file. */
function listOf(rows) {
  const list = [['工号', '姓名', '邮箱', '部门', '岗位', '上级工号', '入职日期', 'fact.grade']];
  for (let n = 0; n < rows; n += 1)
    list.push([
      `N${String(n).padStart(6, '0')}`,
      `${SURNAMES[n % SURNAMES.length]}${GIVEN[(n * 7) % GIVEN.length]}${GIVEN[(n * 13) % GIVEN.length]}`,
      `n${n}@people.example`,
      `总部 / 大区${n % 8} / 门店${n % 160}`,
      `岗位${n % 25}`,
      n === 0 ? '-' : `N${String(Math.floor((n - 1) / 8)).padStart(6, '0')}`,
      `20${10 + (n % 16)}/${1 + (n % 12)}/${1 + (n % 28)}`,
      String(1 + (n % 9)),
    ]);
  // Whoever leads stands below those they lead.
  return [list[0], ...list.slice(1).reverse()];
}

const PREPARE =
  'mutation($input: PeopleImportInput!) { preparePeopleImport(input: $input) { import { id } userErrors { message } } }';
const LOOK =
  'query($id: ID!) { peopleImport(id: $id) { state created updated unchanged rejected previewHash problems { row message } } }';
const IMPORT =
  'mutation($input: ImportPeopleInput!) { importPeople(input: $input) { import { id } userErrors { message } } }';

/** A list of ten thousand comes in, twice; then everybody is searched. */
export async function benchPeople({ appUrl, data }) {
  const server = await startChild('./planwright-server.mjs', { appUrl });
  const ask = async (query, variables) => {
    const response = await fetch(server.ready, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${data.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data: answered, errors } = await response.json();
    const [answer] = Object.values(answered ?? {});
    const refused = errors ?? answer?.userErrors ?? [];
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
    return answer;
  };
  const settled = async (id) => {
    for (;;) {
      const found = await ask(LOOK, { id });
      if (!['READING', 'WRITING'].includes(found.state)) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const preview = async (rows) => {
    const start = performance.now();
    const input = { rows, missing: 'KEEP', allOrNothing: false, createUnits: true };
    const { id } = (await ask(PREPARE, { input })).import;
    const shown = await settled(id);
    return { id, shown, seconds: (performance.now() - start) / 1000 };
  };
  try {
    const rows = listOf(ROWS);
    let looked;
    let written;
    const importing = async () => {
      looked = await preview(rows);
      const { created, rejected, previewHash, problems } = looked.shown;
      if (created !== ROWS || rejected > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
      const start = performance.now();
      await ask(IMPORT, { input: { importId: looked.id, previewHash } });
      const done = await settled(looked.id);
      if (done.state !== 'DONE') throw new Error(JSON.stringify(done));
      written = (performance.now() - start) / 1000;
    };
    const ready = await answerTimes(new URL('/readyz', server.ready), importing());
    const total = looked.seconds + written;
    const again = await preview(rows);
    console.log(
      `\n${ROWS.toLocaleString('en')} people from a file, with managers below them, 169 departments and 25 job roles`,
    );
    console.log(
      `  ${total.toFixed(1)} s: preview ${looked.seconds.toFixed(1)} s, written in ${written.toFixed(1)} s  ${held(total, IMPORT_SECONDS)} (at most ${IMPORT_SECONDS} s)`,
    );
    console.log(
      `  /readyz meanwhile: 99 % within ${quantile(ready, 0.99).toFixed(0)} ms, slowest ${Math.max(...ready).toFixed(0)} ms`,
    );
    console.log(`  the same file again: ${again.shown.unchanged} unchanged, known after ${again.seconds.toFixed(1)} s`);
  } finally {
    await server.stop();
  }
  await searching({ appUrl, data });
}

async function searching({ appUrl, data }) {
  const database = await Database.open({ url: appUrl, entities });
  try {
    const scope = {
      workspace: data.workspace,
      reach: 'all',
      departments: [],
      team: [],
      mentees: [],
      person: data.hr,
      partnered: [],
      partnerItems: [],
      admin: true,
      plans: true,
      standsInFor: [],
    };
    const [{ count }] = await database.read(scope, (tx) => tx.rows('select count(*)::int as count from person'));
    console.log(`\nSearch over ${count.toLocaleString('en')} people, first 50`);
    for (const [what, search] of [
      ['by name', '王伟'],
      ['by e-mail', 'n9999@'],
      ['by pinyin', 'wangwei'],
      ['by employee number', 'N00999'],
      ['nobody', 'qqqq'],
    ]) {
      const times = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const start = performance.now();
        await database.read(scope, (tx) => findPeople(tx, { search }, 51));
        times.push(performance.now() - start);
      }
      const middle = median(times.slice(5));
      console.log(`  ${what.padEnd(24)} ${middle.toFixed(1)} ms  ${held(middle, SEARCH_MS)} (at most ${SEARCH_MS} ms)`);
    }
  } finally {
    await database.close();
  }
}
