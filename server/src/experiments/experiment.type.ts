import { Field, Float, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  globalId,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import type { AllocationUnit } from './analysis/experiment-data.js';
import { AllocationUnitEnum, ExperimentStatusEnum, StratumEnum } from './experiment-enums.js';
import type { ExperimentRecord, ExperimentStatus, Stratum } from './experiment-records.js';

@ObjectType('Experiment', {
  implements: Node,
  description:
    'A comparison of plan versions in which people are drawn at random for a version. The question, the metrics and the date of the analysis are written down beforehand. Visible to HR and administrators.',
})
export class ExperimentType extends Node {
  @Field(() => String, { description: 'Name of the experiment.' })
  name!: string;
  @Field(() => String, { description: 'What is expected, in the words of whoever set it up.' })
  hypothesis!: string;
  @Field(() => ExperimentStatusEnum, { description: 'Where the experiment stands.' })
  status!: ExperimentStatus;
  @Field(() => Float, { description: "The smallest difference that matters, in the metric's unit." })
  smallestEffect!: number;
  @Field(() => String, { description: 'The seed of the random draw.' })
  seed!: string;
  @Field(() => String, { description: 'SHA-256 of the seed, as it was registered.' })
  seedHash!: string;
  @Field(() => String, { description: 'SHA-256 of everything that was written down beforehand.' })
  registrationHash!: string;
  @Field(() => String, { description: 'SHA-256 of the list of people the draw was made from.' })
  rosterDigest!: string;
  @Field(() => String, {
    description:
      'Method, arms and random generator of the draw. With the seed and the roster, it lets anybody repeat the draw.',
  })
  algorithm!: string;
  @Field(() => AllocationUnitEnum, {
    description: 'What is drawn: people, or everybody who shares a mentor or department.',
  })
  unit!: AllocationUnit;
  @Field(() => [StratumEnum], { description: 'What the draw is balanced by.' })
  strata!: Stratum[];
  @Field(() => DateScalar, { description: 'First day of the plan for everybody in the experiment.' })
  startsOn!: string;
  @Field(() => DateScalar, { description: 'The day from which the results can be opened.' })
  analysisOn!: string;
  @Field(() => DateTimeScalar, { description: 'When all this was written down.' })
  registeredAt!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the results were opened; they have not changed since. Null until then.',
  })
  openedAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of registration, data and results as they were opened. Null until then.',
  })
  resultDigest!: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was stopped early or cancelled. Null otherwise.',
  })
  endedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was stopped early or cancelled. Null otherwise.' })
  endReason!: string | null;

  record!: ExperimentRecord;
}

export const ExperimentConnection = connectionOf('Experiment', () => ExperimentType);

@ObjectType('ExperimentPayload', { description: 'The answer to a mutation that changes an experiment.' })
export class ExperimentPayload {
  @Field(() => ExperimentType, {
    nullable: true,
    description: 'The experiment after the change. Null when nothing was changed.',
  })
  experiment!: ExperimentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export function experimentFrom(record: ExperimentRecord): ExperimentType & { __typename: 'Experiment' } {
  const { id, name, hypothesis, status, smallestEffect, seed, seedHash, registrationHash, rosterDigest } = record;
  const { unit, strata, startsOn, analysisOn, allocation } = record;
  return {
    __typename: 'Experiment',
    id: globalId('Experiment', id),
    name,
    hypothesis,
    status,
    smallestEffect,
    seed,
    seedHash,
    registrationHash,
    rosterDigest,
    algorithm: allocation.algorithm,
    unit,
    strata,
    startsOn,
    analysisOn,
    registeredAt: record.createdAt,
    openedAt: record.openedAt,
    resultDigest: record.digest,
    endedAt: record.endedAt,
    endReason: record.endReason,
    record,
  };
}
