import { textIn } from '@planwright/schema';
import { Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { requireAction } from '../../access/actions.js';
import { type RequestContext, signedIn } from '../../access/graphql/context.js';
import { InputArg } from '../../access/graphql/input-arg.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import { PersonType } from '../../access/person.type.js';
import { mentionedPerson } from '../../access/person-loaders.js';
import { EnrolmentType } from '../../enrolments/enrolment.type.js';
import { afterCommit, type EnrolmentDeps } from '../../enrolments/enrolment-deps.js';
import { enrolmentOf } from '../../enrolments/enrolment-loaders.js';
import { enrolmentFrom } from '../../enrolments/enrolment-views.js';
import { command } from '../../plans/outcome.js';
import { uuidOrNotFound } from '../../plans/plan.inputs.js';
import type { ProposedMentor } from './propose-mentors.js';
import { rematchMentors } from './rematch-mentors.js';

@InputType()
export class RematchMentorsInput {
  @Field(() => ID)
  findingId!: string;
  @Field(() => Boolean, { description: 'false shows what would be done, true does it' })
  confirm!: boolean;
}

@ObjectType('MentorProposal', { simpleResolvers: true })
export class MentorProposalType {
  @Field(() => EnrolmentType)
  enrolment!: EnrolmentType;
  @Field(() => PersonType, { nullable: true })
  from!: PersonType | null;
  @Field(() => PersonType)
  to!: PersonType;
  @Field(() => String)
  reason!: string;
}

@ObjectType('RematchPayload')
export class RematchPayload {
  @Field(() => [MentorProposalType])
  proposals!: MentorProposalType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@Resolver()
export class RematchResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Mutation(() => RematchPayload, {
    description: 'Other mentors for the people of the mentor that a finding is about; everybody else keeps theirs.',
  })
  async rematchMentors(
    @Ctx() context: RequestContext,
    @InputArg(() => RematchMentorsInput) input: RematchMentorsInput,
  ): Promise<RematchPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'rematchMentors', input.findingId);
    const findingId = uuidOrNotFound(viewing, 'Finding', input.findingId);
    const { confirm } = input;
    const outcome = await command(viewing, (act) => rematchMentors(act, this.deps.progress, { findingId, confirm }));
    if (!outcome.ok) return { proposals: [], userErrors: outcome.errors };
    const { changes, fromMentorId, proposals } = outcome.value;
    afterCommit(this.deps, changes);
    const shown = await Promise.all(proposals.map((proposal) => shownProposal(context, fromMentorId, proposal)));
    return { proposals: shown.filter((one) => one !== null), userErrors: [] };
  }
}

async function shownProposal(
  context: RequestContext,
  fromMentorId: string,
  { enrolmentId, mentorId, reason }: ProposedMentor,
): Promise<MentorProposalType | null> {
  const [enrolment, from, to] = await Promise.all([
    enrolmentOf(context, enrolmentId),
    mentionedPerson(context, fromMentorId),
    mentionedPerson(context, mentorId),
  ]);
  return enrolment && to
    ? { enrolment: enrolmentFrom(enrolment), from, to, reason: textIn(reason, context.language) }
    : null;
}
