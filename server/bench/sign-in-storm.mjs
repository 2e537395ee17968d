import { hashPassword } from '../dist/access/password.js';
import { startChild } from './child.mjs';
import { quantile } from './meanwhile.mjs';
import { held, inParallel } from './measure.mjs';

const PEOPLE = Number(process.env.SIGN_INS ?? 300);
const WIDTH = 50;
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';

/** Longer than this the API lets nobody wait. */
const SIGNED_IN_MS = 10_000;
/** Whoever works on is answered as while thousands of reminders go out. */
const MEANWHILE_MS = 300;
const ALONE_MS = 2_000;

/** Monday, nine o'clock: everybody signs in at once. How many a second, and how those fare who have signed in already. */
export async function benchSignInStorm({ appUrl, owner, data }) {
  const password = 'everybody-at-nine';
  await owner.query(
    `insert into account (workspace_id, person_id, email, password_hash)
     select $1, id, email, $2 from person where workspace_id = $1 and job_role = 'store-manager' order by email limit $3`,
    [data.workspace, await hashPassword(password), PEOPLE],
  );
  const { rows } = await owner.query(
    `select a.email from account a join person p on p.id = a.person_id where p.job_role = 'store-manager' and a.workspace_id = $1`,
    [data.workspace],
  );
  const server = await startChild('./planwright-server.mjs', { appUrl });
  const call = async (query, variables, headers = {}) => {
    const response = await fetch(server.ready, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app-csrf': '1', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data: answered, errors } = await response.json();
    const refused = errors ?? Object.values(answered)[0].userErrors ?? [];
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  };
  try {
    const works = async (until) => {
      const times = [];
      let over = false;
      until.finally(() => {
        over = true;
      });
      while (!over) {
        const start = performance.now();
        await call('{ viewer { person { name } } }', {}, { authorization: `Bearer ${data.token}` });
        times.push(performance.now() - start);
      }
      return times;
    };
    // The first are slower: their code is compiled.
    await works(new Promise((resolve) => setTimeout(resolve, ALONE_MS)));
    const alone = await works(new Promise((resolve) => setTimeout(resolve, ALONE_MS)));
    const took = [];
    const start = performance.now();
    const storm = inParallel(rows.length, WIDTH, async (n) => {
      const began = performance.now();
      await call(SIGN_IN, { input: { email: rows[n].email, password } });
      took.push(performance.now() - began);
    });
    const meanwhile = await works(storm);
    await storm;
    const seconds = (performance.now() - start) / 1000;
    const [slow, waits] = [quantile(took, 0.95), quantile(meanwhile, 0.95)];
    console.log(`\n${rows.length} people sign in, ${WIDTH} at a time`);
    console.log(
      `  ${(rows.length / seconds).toFixed(1)} a second, 95 % within ${slow.toFixed(0)} ms  ${held(slow, SIGNED_IN_MS)} (at most ${SIGNED_IN_MS})`,
    );
    console.log(
      `  requests of somebody who has signed in already: 95 % within ${waits.toFixed(0)} ms  ${held(waits, MEANWHILE_MS)} (at most ${MEANWHILE_MS}), 99 % within ${quantile(meanwhile, 0.99).toFixed(0)} ms; alone before it 95 % within ${quantile(alone, 0.95).toFixed(0)} ms`,
    );
  } finally {
    await server.stop();
  }
}
