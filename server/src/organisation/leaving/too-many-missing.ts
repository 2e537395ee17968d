/** A list that lacks that many is more likely cut off than true. */
const MOST_PEOPLE = 20;
const MOST_SHARE = 0.05;

/** Whether that many of these people missing in one list are only taken for leavers once somebody agrees. */
export const tooManyMissing = (missing: number, people: number): boolean =>
  missing > MOST_PEOPLE || missing > people * MOST_SHARE;
