import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { answer, settings } from '../child.mjs';

/** PostGraphile 5 over the same tables with the preset that keeps its familiar names, production settings. */
const instance = postgraphile({
  extends: [makeV4Preset({ simpleCollections: 'omit' })],
  pgServices: [makePgService({ connectionString: settings().ownerUrl, schemas: ['public'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const http = createServer();
const ready = instance
  .createServ(grafserv)
  .addTo(http)
  .then(() => new Promise((resolve) => http.listen(0, '127.0.0.1', resolve)));
answer({
  ready: async () => {
    await ready;
    return `http://127.0.0.1:${http.address().port}/graphql`;
  },
});
