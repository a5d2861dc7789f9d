/**
 * Host against exchange: what agrees takes one line, what differs is never folded away.
 * Source: domain notes section 6.
 */
import type { DemographicMatch, FieldComparison } from '../../domain/demographic-match.ts';
import { formatNhsNumber, type NhsNumber } from '../../domain/nhs-number.ts';
import { SideBySide } from '../parts/side-by-side.tsx';
import { checkWords, differsWords, fieldNames } from '../wording/gate.ts';
import { describedBy, FieldMessage } from './field-message.tsx';
import type { Gate } from './use-gate.ts';

type Props = {
  readonly match: DemographicMatch;
  readonly nhsNumber: NhsNumber;
  readonly gate: Gate;
};

export function IdentityCheck({ match, nhsNumber, gate }: Props) {
  const same = match.fields.filter((field) => field.verdict === 'same');
  const noted = match.fields.filter((field) => field.verdict === 'note');
  const differing = match.fields.filter((field) => field.verdict === 'differs');
  return (
    <>
      <details class="check">
        <summary>
          <strong>{checkWords.same}</strong> {sameInWords(same)}.{' '}
          <span class="check__show">{checkWords.show}</span>
        </summary>
        <SideBySide
          rows={[
            ...same.map(({ field, host, exchange }) => ({
              label: fieldNames[field],
              host,
              exchange,
            })),
            {
              label: checkWords.nhsNumber,
              host: formatNhsNumber(nhsNumber),
              exchange: formatNhsNumber(nhsNumber),
            },
          ]}
        />
      </details>
      {noted.map(({ field, host, exchange }) => (
        <p class="notice" key={field}>
          {checkWords.noted(fieldNames[field], host, exchange)}
        </p>
      ))}
      {differing.length > 0 && (
        <div class="notice notice--warning">
          {differing.map((field) => (
            <Differs key={field.field} comparison={field} />
          ))}
          {match.type === 'confirm' && <SamePerson gate={gate} />}
        </div>
      )}
    </>
  );
}

/** "name, date of birth, gender, NHS number": both names agreeing is one word. */
function sameInWords(same: readonly FieldComparison[]): string {
  const fields = same.map(({ field }) => field);
  const bothNames = fields.includes('family') && fields.includes('given');
  const words = fields
    .filter((field) => !(bothNames && field === 'given'))
    .map((field) =>
      bothNames && field === 'family' ? checkWords.name : fieldNames[field].toLowerCase(),
    );
  return [...words, checkWords.nhsNumber].join(', ');
}

function Differs({ comparison }: { comparison: FieldComparison }) {
  const { field, host, exchange } = comparison;
  return (
    <div class="differs">
      <p class="differs__title">{differsWords[field]}</p>
      <dl class="differs__sides">
        <div>
          <dt>{checkWords.yourSystem}</dt>
          <dd>{host}</dd>
        </div>
        <div>
          <dt>{checkWords.careSummary}</dt>
          <dd>{exchange}</dd>
        </div>
      </dl>
    </div>
  );
}

function SamePerson({ gate }: { gate: Gate }) {
  return (
    <div class="same-person">
      <FieldMessage gate={gate} field="same-person" />
      <label class="choice">
        <input
          id="same-person"
          type="checkbox"
          checked={gate.draft.samePerson}
          disabled={gate.recording}
          aria-describedby={describedBy(gate, 'same-person', null)}
          onChange={(event) => gate.change({ samePerson: event.currentTarget.checked })}
        />
        <span class="choice__words">{checkWords.samePerson}</span>
      </label>
    </div>
  );
}
