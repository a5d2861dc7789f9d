/**
 * What UK profiles say of a prescription in extensions: repeat or acute, whose, last issued, how
 * much, when and why stopped (UK Core, GP Connect). Known by the end of their address, which alone
 * is the same through their versions.
 */
import type { Medication } from '../../domain/summary/item.ts';
import { concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { titleOf } from './codeable.ts';
import { dateOf } from './dates.ts';
import { arrayIn, propertyOf, stringIn } from './json.ts';

type Facts = Pick<Medication, 'course' | 'lastIssued' | 'quantity' | 'stopped' | 'stopReason'>;

export function prescriptionFacts(resource: unknown): Facts {
  const supply = propertyOf(resource, 'dispenseRequest');
  const all = [...arrayIn(resource, 'extension'), ...arrayIn(supply, 'extension')];
  if (all.length === 0) return none;
  const named = (pattern: RegExp) => all.find((each) => pattern.test(stringIn(each, 'url') ?? ''));
  const reason = named(/MedicationStatusReason(?:-\d+)?$/);
  const inReason = (url: string) =>
    arrayIn(reason, 'extension').find((each) => stringIn(each, 'url') === url);
  return {
    course: joined(
      [
        wordsIn(named(/PrescriptionType(?:-\d+)?$/)),
        wordsIn(named(/Prescribing(?:Agency|Organization)(?:Type)?(?:-\d+)?$/)),
      ],
      ', ',
    ),
    lastIssued: dateOf(stringIn(named(/LastIssueDate(?:-\d+)?$/), 'valueDateTime')),
    quantity: shownText(stringIn(named(/QuantityText(?:-\d+)?$/), 'valueString'), 100),
    stopped: dateOf(stringIn(inReason('statusChangeDate'), 'valueDateTime')),
    stopReason: wordsIn(inReason('statusReason')),
  };
}

const none: Facts = {
  course: null,
  lastIssued: null,
  quantity: null,
  stopped: null,
  stopReason: null,
};

function wordsIn(extension: unknown): string | null {
  const found = parsed(concept, propertyOf(extension, 'valueCodeableConcept'));
  return titleOf(found ?? undefined) ?? shownText(stringIn(extension, 'valueString'), 100);
}
