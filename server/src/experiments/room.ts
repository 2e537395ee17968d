import type { ApiRoom } from '../access/room.js';
import type { EnrolmentDeps } from '../enrolments/enrolment-deps.js';
import {
  ArmResolver,
  CohortExperimentResolver,
  ExperimentEffectResolver,
  ExperimentResolver,
} from './experiment.resolver.js';
import { experimentFrom } from './experiment.type.js';
import { ExperimentMemberResolver, ExperimentPeopleResolver } from './experiment-people.resolver.js';
import { findExperiment } from './experiment-records.js';

/** Versions against each other, drawn by lot. */
export function experimentsRoom(deps: EnrolmentDeps): ApiRoom {
  return {
    resolvers: [
      new ExperimentResolver(deps),
      new ExperimentEffectResolver(deps),
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
