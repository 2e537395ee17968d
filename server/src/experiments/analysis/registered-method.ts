import type { LocalizedText } from '@planwright/schema/text';
import type { Text } from '@planwright/schema/words';
import { say } from '../generated/messages.js';
import type { AllocationUnit, MetricScale } from './experiment-data.js';

/** How the analysis will be done, in the words that are registered: what `estimateDifference` does for this design. */
export function registeredMethod(unit: AllocationUnit, scale: MetricScale, versions: number): LocalizedText {
  const method = ofDesign(unit, scale);
  return versions <= 2
    ? say('registeredMethod.oneInterval', { method })
    : say('registeredMethod.intervalsAtOnce', { method, versions: versions - 1 });
}

function ofDesign(unit: AllocationUnit, scale: MetricScale): Text {
  if (unit !== 'PERSON') return say('registeredMethod.meansWholeMentors');
  switch (scale) {
    case 'CONTINUOUS':
    case 'RATING':
      return say('registeredMethod.differenceMeansAncova');
    case 'YES_NO':
      return say('registeredMethod.differenceTwoShares');
    default:
      return scale satisfies never;
  }
}
