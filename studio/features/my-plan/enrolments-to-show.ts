import { unmask } from '@/features/api/fragments';
import type { DueItemFragment, EnrolmentStatus, MyWorkQuery } from '@/gql/graphql';

const ORDER: readonly EnrolmentStatus[] = ['ACTIVE', 'PAUSED', 'SCHEDULED', 'COMPLETED', 'CANCELLED'];

/** The person's own enrolments that are running or ahead, most urgent first; ended ones only when there is nothing else. */
export function enrolmentsToShow(data: MyWorkQuery, personId: string): string[] {
  const due = unmask<DueItemFragment>([...data.myWork.overdue, ...data.myWork.thisWeek, ...data.myWork.nextMonth])
    .filter(({ learnerName }) => !learnerName)
    .map((work) => work.enrolmentId);
  const own = data.cohorts.edges
    .flatMap(({ node }) => node.enrolments.edges.map((edge) => edge.node))
    .filter((enrolment) => enrolment.person.id === personId && enrolment.status !== 'CANCELLED')
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.startsOn.localeCompare(a.startsOn));
  const running = own.filter((enrolment) => enrolment.status !== 'COMPLETED').map((enrolment) => enrolment.id);
  const shown = [...new Set([...due, ...running])];
  return shown.length > 0 ? shown : own.slice(0, 1).map((enrolment) => enrolment.id);
}
