/** What a report holds figures against: shares from 0 to 1, and the mean score of work from 0 to 100. */
export interface ReportTargets {
  completion: number;
  onTime: number;
  feedback: number;
  quality: number;
}
