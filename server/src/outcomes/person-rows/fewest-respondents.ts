/**
 * Answers of fewer people than this would tell who gave which. People count, not answers: a superior who rates five of their own
 * would know all five, and everybody would know whose they are.
 */
export const FEWEST_RESPONDENTS = 5;
