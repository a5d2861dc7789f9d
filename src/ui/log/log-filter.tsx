import type { ComponentChildren } from 'preact';
import { filterWords } from '../wording/log.ts';
import type { FilteredLog } from './use-log-filter.ts';

type Props = {
  /** Tells the fields of one log from those of another on the page. */
  readonly id: string;
  readonly log: FilteredLog<unknown>;
  readonly total: number;
  /** Said where nothing is asked for; empty where the log's own filter is on. */
  readonly unasked: string;
  /** What this log alone is filtered by. */
  readonly children?: ComponentChildren;
};

/** Who and when, and how many rows that leaves, said as it changes. */
export function LogFilterFields({ id, log, total, unasked, children }: Props) {
  const { filter, change, matching } = log;
  return (
    <form class="log-filter" noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend class="hidden">{filterWords.legend}</legend>
        {children}
        <Field id={`${id}-person`} label={filterWords.person}>
          <input
            id={`${id}-person`}
            type="text"
            autoComplete="off"
            maxLength={120}
            value={filter.person}
            onInput={(event) => change({ person: event.currentTarget.value })}
          />
        </Field>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} id={`${id}-${end}`} label={filterWords[end]}>
            <input
              id={`${id}-${end}`}
              type="date"
              value={filter[end]}
              onInput={(event) => change({ [end]: event.currentTarget.value })}
            />
          </Field>
        ))}
      </fieldset>
      <p class="quiet" role="status">
        {(Object.values(filter).join('').trim() === '' && unasked) ||
          filterWords.matching(matching.length, total)}
        {matching.length === 0 && `. ${filterWords.none}`}
      </p>
    </form>
  );
}

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
};

/** A label above its input. */
export function Field({ id, label, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}
