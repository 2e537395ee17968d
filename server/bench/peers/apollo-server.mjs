import { createServer } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import pg from 'pg';
import { answer, settings } from '../child.mjs';

/** The straightforward server over the same tables: one statement by hand, an object for every cell, Apollo as it comes. */
const pool = new pg.Pool({ connectionString: settings().ownerUrl, max: 10 });
const PAGE = `select e.id, p.name as "personName", s.done, s.needed, s.overdue, s.last_event_at as "lastEventAt",
  (select json_agg(json_build_object('itemKey', i.item_key, 'state', i.state, 'score', i.score) order by i.position)
   from item_state i where i.enrolment_id = e.id) as cells
  from enrolment e join enrolment_state s on s.enrolment_id = e.id join person p on p.id = e.person_id
  where e.cohort_id = $1 order by e.created_at, e.id limit $2`;
const apollo = new ApolloServer({
  typeDefs: `
    type Query { board(cohortId: ID!, first: Int!): [Row!]! }
    type Row { id: ID! personName: String! done: Int! needed: Int! overdue: Int! lastEventAt: String cells: [Cell!]! }
    type Cell { itemKey: String! state: String! score: Float }
  `,
  resolvers: {
    Query: { board: async (_root, { cohortId, first }) => (await pool.query(PAGE, [cohortId, first])).rows },
  },
});
await apollo.start();
const http = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const headers = new HeaderMap(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: JSON.parse(body) },
    context: async () => ({}),
  });
  response.setHeader('content-type', 'application/json');
  response.end(result.body.string);
});
const listening = new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
answer({
  ready: async () => {
    await listening;
    return `http://127.0.0.1:${http.address().port}/`;
  },
});
