/** The order of the files: the few that take by far the longest begin, so that none is waited for. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** As measured; a clean checkout remembers no durations, and goes by the size of the files. */
const longest = [
  ...['journeys/rules', 'journeys/accessibility-record', 'journeys/review'],
  ...['journeys/accessibility-gate', 'journeys/late-code', 'journeys/reload', 'journeys/standing'],
  'journeys/steady',
  ...['flow/every-state', 'exchange/durability', 'sandbox/start', 'app/model/model'],
];

/** Vitest's own order but for those, which come first in the order above. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.includes(`/test/${name}.test.`));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).sort((left, right) => rank(left) - rank(right));
  }
}
