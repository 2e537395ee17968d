/** The API as one person sees it: what the tests read beside the screen. */
export interface Reader {
  read: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string }[];
}

async function ask<Data>(apiUrl: string, body: unknown, token?: string): Promise<Data> {
  const response = await fetch(apiUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-app-csrf': '1',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer<Data>;
  if (!answer.data || answer.errors) throw new Error(`The API answered ${JSON.stringify(answer.errors ?? answer)}`);
  return answer.data;
}

/** Signs a demo account in for reading. */
export async function readAs(apiUrl: string, account: string): Promise<Reader> {
  const { signIn } = await ask<{ signIn: { token: string | null } }>(apiUrl, {
    query: 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }',
    variables: {
      input: { email: `${account}@demo.planwright.example`, password: 'planwright', bearer: true },
    },
  });
  const { token } = signIn;
  if (!token) throw new Error(`${account} could not sign in`);
  return { read: (query, variables) => ask(apiUrl, { query, variables }, token) };
}

export interface PersonState {
  id: string;
  person: { name: string };
  planVersion: { number: number };
  items: { key: string; state: string; dueAt: string | null }[];
}

/** Everything that a cohort's people are at: what a migration changes and its undoing restores. */
export async function stateOfCohort(reader: Reader, cohortId: string): Promise<PersonState[]> {
  const { cohort } = await reader.read<{ cohort: { enrolments: { edges: { node: PersonState }[] } } }>(
    `query ($id: ID!) {
      cohort(id: $id) {
        enrolments(first: 50) {
          edges {
            node {
              id status dueAt weekNow
              person { id name }
              planVersion { id number }
              progress { completion done needed feedbackGiven feedbackInTime onTime overdue score }
              stages { key open complete done needed opensAt dueAt provisional items }
              items {
                key kind state outcome requirement attempt score onTime overdue provisional awaiting
                opensAt dueAt completedAt stageKey
                steps { key dueAt completedAt onTime }
                lockedBecause { itemKey opensAt text }
              }
            }
          }
        }
      }
    }`,
    { id: cohortId },
  );
  return cohort.enrolments.edges.map(({ node }) => node);
}

export interface CohortFact {
  id: string;
  name: string;
  weekNow: number | null;
  weeks: number;
  personCount: number;
  plan: { key: string };
}

/** All cohorts, the youngest first. */
export async function cohortsOf(reader: Reader): Promise<CohortFact[]> {
  const { cohorts } = await reader.read<{ cohorts: { edges: { node: CohortFact }[] } }>(
    '{ cohorts(first: 50) { edges { node { id name weekNow weeks personCount plan { key } } } } }',
  );
  return cohorts.edges.map(({ node }) => node);
}

/** Rows and counters of a board, as stored. */
export async function boardOf(reader: Reader, cohortId: string): Promise<unknown> {
  const { board } = await reader.read<{ board: unknown }>(
    `query ($id: ID!) {
      board(cohortId: $id) {
        columns { itemKey stageKey }
        counters {
          people finished completion doneCount doneOf onTime onTimeCount onTimeOf overdue overduePeople
          feedbackGiven feedbackCount feedbackOf feedbackInTime feedbackInTimeCount waiting nextFeedbackDueAt
        }
        rows(first: 100) { personName versionNumber states completion overdue score mentorName }
      }
    }`,
    { id: cohortId },
  );
  return board;
}

export interface PlanVersionFact {
  number: number;
  definition: { stages: { key: string; items: { key: string; requirement: string }[] }[] };
}

/** The version that new people get. */
export async function currentVersionOf(reader: Reader, planKey: string): Promise<PlanVersionFact> {
  const { plan } = await reader.read<{ plan: { current: PlanVersionFact } }>(
    'query ($key: String!) { plan(key: $key) { current { number definition } } }',
    { key: planKey },
  );
  return plan.current;
}

export interface Foreseen {
  moves: number;
  stays: number;
  blocked: number;
  people: {
    name: string;
    effect: string;
    newItems: string[];
    dueChanges: { itemKey: string; before: string | null; after: string | null }[];
    reopened: string[];
  }[];
}

/** What moving everybody from one version to the current one would do, with the policies that the page begins with. */
export async function migrationPreviewOf(reader: Reader, planKey: string, fromNumber: number): Promise<Foreseen> {
  const { plan } = await reader.read<{
    plan: { current: { id: string }; versions: { id: string; number: number }[] };
  }>('query ($key: String!) { plan(key: $key) { current { id } versions { id number } } }', { key: planKey });
  const from = plan.versions.find(({ number }) => number === fromNumber);
  type Effect = Omit<Foreseen['people'][number], 'name'> & { enrolment: { person: { name: string } } };
  const { previewMigration: preview } = await reader.read<{
    previewMigration: Omit<Foreseen, 'people'> & { people: { edges: { node: Effect }[] } };
  }>(
    `query ($input: MigrationInput!) {
      previewMigration(input: $input) {
        moves stays blocked
        people(first: 100) {
          edges {
            node { effect newItems reopened dueChanges { itemKey before after } enrolment { person { name } } }
          }
        }
      }
    }`,
    {
      input: {
        fromVersionId: from?.id,
        to: { versionId: plan.current.id },
        dates: 'KEEP',
        newItems: 'WAIVE_IF_PAST',
      },
    },
  );
  return {
    ...preview,
    people: preview.people.edges.map(({ node: { enrolment, ...effect } }) => ({
      name: enrolment.person.name,
      ...effect,
    })),
  };
}

export interface DeliveryFact {
  to: { name: string };
  title: string;
  markdown: string;
  state: string;
  sink: boolean;
  dueAt: string;
  sentAt: string | null;
  occurrences: {
    ruleKey: string;
    itemKey: string | null;
    recipient: 'LEARNER' | 'MENTOR' | 'SUPERIOR' | 'HR';
    dueAt: string;
    why: string;
    enrolment: { id: string; person: { name: string } };
  }[];
}

interface DeliveryPage {
  deliveries: { edges: { node: DeliveryFact }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** Every message of the workspace that the reader is in, the newest first. */
export async function deliveriesOf(reader: Reader): Promise<DeliveryFact[]> {
  const found: DeliveryFact[] = [];
  let after: string | null = null;
  do {
    const { deliveries }: DeliveryPage = await reader.read<DeliveryPage>(
      `query ($after: String) {
        deliveries(first: 50, after: $after) {
          pageInfo { hasNextPage endCursor }
          edges {
            node {
              title markdown state sink dueAt sentAt
              to { name }
              occurrences { ruleKey itemKey recipient dueAt why enrolment { id person { name } } }
            }
          }
        }
      }`,
      { after },
    );
    found.push(...deliveries.edges.map(({ node }) => node));
    after = deliveries.pageInfo.hasNextPage ? deliveries.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** Takes the reader into a workspace, by its name. */
export async function enterAs(reader: Reader, name: string): Promise<void> {
  const { workspaces } = await reader.read<{ workspaces: { id: string; name: string }[] }>(
    '{ workspaces { id name } }',
  );
  const found = workspaces.find((workspace) => workspace.name === name);
  if (!found) throw new Error(`there is no workspace ${name}`);
  await reader.read(
    'mutation ($input: EnterWorkspaceInput!) { enterWorkspace(input: $input) { userErrors { code } } }',
    { input: { workspaceId: found.id } },
  );
}

/** Days off and made-up working days of calendar cn by year, as the reader's workspace has them. */
export interface YearFact {
  year: number;
  published: boolean;
  off: string[];
  on: string[];
}

/**
 * The calendar years of the reader's workspace; a year that the workspace does not know yet is published there as given.
 */
export async function calendarWith(reader: Reader, wanted: Omit<YearFact, 'published'>): Promise<YearFact[]> {
  const years = async () =>
    (await reader.read<{ calendarYears: YearFact[] }>('{ calendarYears { year published off on } }')).calendarYears;
  const known = await years();
  if (known.some(({ year, published }) => published && year === wanted.year)) return known;
  await reader.read(
    'mutation ($input: PublishCalendarYearInput!) { publishCalendarYear(input: $input) { userErrors { message } } }',
    { input: { calendar: 'cn', ...wanted } },
  );
  return years();
}

/** Enables the webhook plugin with the permissions that it shows, and adds an integration of it; its id. */
export async function integrateWebhook(admin: Reader): Promise<string> {
  const { plugins } = await admin.read<{ plugins: { id: string; key: string; permissions: unknown }[] }>(
    '{ plugins { id key permissions } }',
  );
  const plugin = plugins.find(({ key }) => key === 'webhook');
  if (!plugin) throw new Error('there is no webhook plugin');
  await admin.read('mutation ($input: EnablePluginInput!) { enablePlugin(input: $input) { userErrors { message } } }', {
    input: { pluginId: plugin.id, consent: plugin.permissions },
  });
  const { createIntegration } = await admin.read<{
    createIntegration: { integration: { id: string } | null; userErrors: { message: string }[] };
  }>(
    'mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { integration { id } userErrors { message } } }',
    {
      input: {
        pluginId: plugin.id,
        name: '门店看板',
        config: { url: 'https://hooks.example.com/planwright', secret: 'sixteen-characters-or-more' },
      },
    },
  );
  if (!createIntegration.integration) throw new Error(JSON.stringify(createIntegration.userErrors));
  return createIntegration.integration.id;
}

/** In the sandbox that the reader is in: three people on a plan, nobody does anything for three weeks; one enrolment's id. */
export async function messagesInSandbox(reader: Reader, planKey: string): Promise<string> {
  const { viewer, people } = await reader.read<{
    viewer: { workspace: { now: string } };
    people: { edges: { node: { id: string; jobRole: string | null } }[] };
  }>('{ viewer { workspace { now } } people(first: 100) { edges { node { id jobRole } } } }');
  const now = Date.parse(viewer.workspace.now);
  const { createCohort } = await reader.read<{ createCohort: { cohort: { id: string } } }>(
    'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { cohort { id } } }',
    { input: { planKey, name: '演练', startsOn: new Date(now + 86_400_000).toISOString().slice(0, 10) } },
  );
  const ids = people.edges.filter(({ node }) => node.jobRole === 'store-manager').map(({ node }) => node.id);
  const mentor = people.edges.find(({ node }) => node.jobRole === 'area-manager')?.node.id;
  const { enrolPeople } = await reader.read<{ enrolPeople: { enrolments: { id: string }[] } }>(
    'mutation ($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id } } }',
    { input: { cohortId: createCohort.cohort.id, personIds: ids.slice(0, 3), mentorId: mentor } },
  );
  await moveClock(reader, new Date(now + 21 * 86_400_000));
  const [first] = enrolPeople.enrolments;
  if (!first) throw new Error('nobody is enrolled in the sandbox');
  return first.id;
}

/** Moves the clock of the sandbox, and waits until it has arrived: a long way is walked on after the answer. */
export async function moveClock(reader: Reader, to: Date): Promise<void> {
  const input = { to: to.toISOString(), people: 'NOBODY' };
  let moving = true;
  while (moving) {
    const { moveClock: moved } = await reader.read<{
      moveClock: { workspace: { clockMovesTo: string | null } | null; userErrors: { message: string }[] };
    }>(
      'mutation ($input: MoveClockInput!) { moveClock(input: $input) { workspace { clockMovesTo } userErrors { message } } }',
      { input },
    );
    if (!moved.workspace) throw new Error(JSON.stringify(moved.userErrors));
    moving = moved.workspace.clockMovesTo !== null;
  }
}
