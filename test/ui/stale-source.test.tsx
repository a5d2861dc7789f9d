/** A source that answered with what it had months ago. */
import { describe, expect, it } from 'vitest';
import { answered, section } from './all-answered.tsx';
import { gp, report, showing } from './fixtures.ts';
import { heard } from './heard.ts';
import { renderApp } from './render-app.tsx';

function line(upTo: string | null): string {
  renderApp(showing({ sources: [report(gp, 'answered', upTo), ...answered.slice(1)] }));
  return heard(section('Sources').getByRole('status'));
}

describe('the line of sources', () => {
  it('names a source whose data is old, with its date', () => {
    expect(line('2026-02-14T06:00:00Z')).toBe(
      'All 4 sources answered. Hollow Way Medical Centre up to date only to 14 February 2026.',
    );
  });

  it.each([
    ['a week ago', '2026-11-15T15:43:00Z', false],
    ['longer ago', '2026-11-14T15:43:00Z', true],
    ['in a month that is not over', '2026-11', false],
    ['never said', null, false],
  ])('calls what it had %s old: %s, %s', (_, upTo, isOld) => {
    expect(line(upTo).includes('up to date only to')).toBe(isOld);
  });
});
