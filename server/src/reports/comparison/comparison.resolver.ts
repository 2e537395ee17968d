import { textIn } from '@planwright/schema/text';
import { plainDateIn } from '@planwright/schema/time';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext, signedIn, uuidOf } from '../../access/graphql/index.js';
import { requireAction } from '../../access/index.js';
import { metricFrom } from '../../outcomes/index.js';
import { versionFrom } from '../../plans/index.js';
import { estimateFrom } from '../estimate-views.js';
import { shareFrom } from '../figures.type.js';
import type { ReportDeps } from '../report-deps.js';
import { compareVersions } from './compare-versions.js';
import { balanceLineFrom, pooledFrom, VersionComparisonType, VersionFiguresType } from './comparison.type.js';
import { readVersionFigures } from './read-version-figures.js';

/** Which version is better: each at a glance, and two side by side. */
@Resolver()
export class ComparisonResolver {
  constructor(private readonly deps: Pick<ReportDeps, 'definitions' | 'analyses' | 'statistics'>) {}

  @Query(() => [VersionFiguresType], {
    description:
      'How each version of a plan did over all its cohorts, newest first. For ADMIN and HR; HR of a department reads about the people they cover.',
  })
  async versionFigures(
    @Ctx() context: RequestContext,
    @Arg('planKey', () => String, { description: 'Key of the plan.' }) planKey: string,
  ): Promise<VersionFiguresType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readReports', planKey);
    const today = plainDateIn(viewing.now, viewing.viewer.workspace.timeZone);
    const { language } = context;
    const figures = await readVersionFigures(viewing, this.deps.definitions, planKey, today);
    return figures.map(({ version, metric, outcome, completion, onTime, people, quality, qualityOf }) => ({
      version: versionFrom(version),
      people,
      completion: shareFrom(completion, language),
      onTime: shareFrom(onTime, language),
      quality,
      qualityOf,
      outcomeMetric: metric && metricFrom(metric, context),
      outcome: outcome && estimateFrom(outcome, language),
      outcomeOf: outcome?.n ?? 0,
    }));
  }

  @Query(() => VersionComparisonType, {
    nullable: true,
    description:
      'Compares two versions of a plan by an outcome: by their experiment where there was one, otherwise by weighting the people who ran them. Null when a version or the metric is hidden or does not exist. For ADMIN and HR.',
  })
  async compareVersionOutcomes(
    @Ctx() context: RequestContext,
    @Arg('from', () => ID, { description: 'Global id of the version to compare with.' }) from: string,
    @Arg('to', () => ID, { description: 'Global id of the version to compare.' }) to: string,
    @Arg('metricKey', () => String, { description: 'Key of the outcome.' }) metricKey: string,
  ): Promise<VersionComparisonType | null> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readReports', to);
    const [first, second] = [uuidOf('PlanVersion', from), uuidOf('PlanVersion', to)];
    if (first === undefined || second === undefined) return null;
    const found = await compareVersions(viewing, this.deps, { from: first, to: second, metricKey });
    if (!found) return null;
    const { language } = context;
    const { compared } = found;
    return {
      from: versionFrom(found.from),
      to: versionFrom(found.to),
      metric: metricFrom(found.metric, context),
      randomised: found.randomised,
      verdict: compared.verdict,
      sentence: textIn(compared.sentence, language),
      estimate: estimateFrom(compared.estimate, language),
      sensitivity: compared.sensitivity.map((line) => estimateFrom(line, language)),
      balance: compared.balance.map((line) => balanceLineFrom(line, language)),
      eValue: compared.eValue,
      eValueText: compared.eValueText && textIn(compared.eValueText, language),
      peopleFrom: compared.people[0],
      peopleTo: compared.people[1],
      definition: found.definition,
      pooled: found.pooled && pooledFrom(found.pooled, language),
    };
  }
}
