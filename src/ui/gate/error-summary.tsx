/** What is missing, all at once, each a link to its field (NHS service manual, error summary). */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { gateWords } from '../wording/gate.ts';
import type { FieldError } from './draft.ts';

type Props = {
  readonly errors: readonly FieldError[];
  readonly refusals: number;
};

export function ErrorSummary({ errors, refusals }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-title">
      <h3 id="error-title">{gateWords.errorHeading}</h3>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
