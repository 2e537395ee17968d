import { hashPassword } from '../dist/access/password.js';
import { startChild } from './child.mjs';
import { inParallel } from './measure.mjs';

const PEOPLE = Number(process.env.SIGN_INS ?? 300);
const WIDTH = 50;
const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';

const share = (numbers, of) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * of) - 1] ?? 0;

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
    let over = false;
    const others = [];
    const readingMeanwhile = (async () => {
      while (!over) {
        const start = performance.now();
        await call('{ viewer { person { name } } }', {}, { authorization: `Bearer ${data.token}` });
        others.push(performance.now() - start);
      }
    })();
    const took = [];
    const start = performance.now();
    await inParallel(rows.length, WIDTH, async (n) => {
      const began = performance.now();
      await call(SIGN_IN, { input: { email: rows[n].email, password } });
      took.push(performance.now() - began);
    });
    const seconds = (performance.now() - start) / 1000;
    over = true;
    await readingMeanwhile;
    console.log(`\n${rows.length} people sign in, ${WIDTH} at a time`);
    console.log(`  ${(rows.length / seconds).toFixed(1)} a second, 95 % within ${share(took, 0.95).toFixed(0)} ms`);
    console.log(
      `  requests of somebody who has signed in already: 95 % within ${share(others, 0.95).toFixed(0)} ms, 99 % within ${share(others, 0.99).toFixed(0)} ms`,
    );
  } finally {
    await server.stop();
  }
}
