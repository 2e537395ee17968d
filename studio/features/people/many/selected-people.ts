/** People who are ticked, by id, in the order of ticking. */
export type SelectedPeople = ReadonlyMap<string, { id: string; name: string; active: boolean }>;

/** With these people ticked too, or no longer. */
export function withPeople(
  before: SelectedPeople,
  people: readonly { id: string; name: string; active: boolean }[],
  isOn: boolean,
): SelectedPeople {
  const after = new Map(before);
  for (const { id, name, active } of people) {
    if (isOn) after.set(id, { id, name, active });
    else after.delete(id);
  }
  return after;
}
