import type { ApiRoom } from '../access/graphql/index.js';
import { CohortExperimentResolver, ExperimentResolver } from './experiment.resolver.js';
import { experimentFrom } from './experiment.type.js';
import { ExperimentActsResolver } from './experiment-acts.resolver.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { ExperimentEffectResolver, ForeseenEffectResolver } from './experiment-effect.resolver.js';
import { ExperimentEndResolver } from './experiment-end.resolver.js';
import { ExperimentMemberResolver, ExperimentPeopleResolver } from './experiment-people.resolver.js';
import { findExperiment } from './experiment-records.js';
import { ArmResolver, ExperimentResultsResolver } from './experiment-results.resolver.js';

/** Versions against each other, drawn at random. */
export function experimentsRoom(deps: ExperimentDeps): ApiRoom {
  return {
    resolvers: [
      new ExperimentResolver(),
      new ExperimentActsResolver(deps),
      new ExperimentResultsResolver(deps),
      new ForeseenEffectResolver(deps),
      new ExperimentEffectResolver(deps),
      new ExperimentEndResolver(deps),
      new ExperimentPeopleResolver(deps),
      new ExperimentMemberResolver(),
      new ArmResolver(),
      new CohortExperimentResolver(),
    ],
    nodes: [
      {
        type: 'Experiment',
        load: async ({ viewer, database }, uuid) => {
          const record = await database.read(viewer.scope, (tx) => findExperiment(tx, uuid));
          return record ? experimentFrom(record) : null;
        },
      },
    ],
  };
}
export { experimentMembers, experimentNeeding, runningExperiments } from './running-experiments.js';
