import { textIn } from '@planwright/schema/text';
import { Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import {
  InputArg,
  type RequestContext,
  signedIn,
  type UserErrorData,
  UserErrorsField,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import { command, mentionedPerson, PersonType, requireAction } from '../../access/index.js';
import { afterCommit, type EnrolmentDeps, EnrolmentType, enrolmentFrom, enrolmentOf } from '../../enrolments/index.js';
import type { ProposedMentor } from './propose-mentors.js';
import { rematchMentors } from './rematch-mentors.js';

@InputType({ description: 'A finding about a mentor, and whether to act on it.' })
export class RematchMentorsInput {
  @Field(() => ID, { description: 'Global id of the finding.' })
  findingId!: string;
  @Field(() => Boolean, { description: 'False to see what would be done; true to do it.' })
  confirm!: boolean;
}

@ObjectType('MentorProposal', { simpleResolvers: true, description: 'Another mentor for a learner.' })
export class MentorProposalType {
  @Field(() => EnrolmentType, { description: "The learner's enrolment." })
  enrolment!: EnrolmentType;
  @Field(() => PersonType, {
    nullable: true,
    description: 'Their present mentor. Null when the person is no longer known.',
  })
  from!: PersonType | null;
  @Field(() => PersonType, { description: 'Their new mentor.' })
  to!: PersonType;
  @Field(() => String, { description: 'Why this mentor, in the requested language.' })
  reason!: string;
}

@ObjectType('RematchPayload', { description: 'The answer to `rematchMentors`.' })
export class RematchPayload {
  @Field(() => [MentorProposalType], { description: 'Who gets which mentor: as proposed, or as it was done.' })
  proposals!: MentorProposalType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@Resolver()
export class RematchResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Mutation(() => RematchPayload, {
    description:
      'Finds other mentors for the people of the mentor a finding is about; everybody else keeps theirs. For HR, with people they cover; others are left out. User errors: INVALID when the finding is not about a mentor; NOT_NOW when it was done already, when an experiment has drawn by mentor, or when nobody can be rematched.',
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
