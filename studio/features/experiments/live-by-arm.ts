/** How an arm gets on, of those whose row on the board is known. */
export interface ArmProgress {
  people: number;
  /** Mean share of what is done, 0–1; undefined while nobody of the arm is there. */
  completion: number | undefined;
  /** People with something overdue. */
  late: number;
}

/** By the version drawn for a person, whatever they run now. People of no arm count nowhere. */
export function progressByArm(
  rows: readonly { personId: string; completion: number; overdue: number }[],
  armOf: ReadonlyMap<string, string>,
): Map<string, ArmProgress> {
  const groups = new Map<string, { people: number; sum: number; late: number }>();
  for (const { personId, completion, overdue } of rows) {
    const arm = armOf.get(personId);
    if (arm === undefined) continue;
    const group = groups.get(arm) ?? { people: 0, sum: 0, late: 0 };
    groups.set(arm, {
      people: group.people + 1,
      sum: group.sum + completion,
      late: group.late + (overdue > 0 ? 1 : 0),
    });
  }
  return new Map(
    [...groups].map(([arm, { people, sum, late }]) => [arm, { people, completion: sum / people, late }] as const),
  );
}
