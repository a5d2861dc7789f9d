import { cleanup, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawLanes, inSight, ticks, windowOf } from '../../src/ui/summary/look/timeline-scale.ts';
import type { SourceReport } from '../../src/domain/source.ts';
import type { Item } from '../../src/domain/summary/item.ts';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import type { TimelineEvent } from '../../src/domain/summary/timeline.ts';
import { Timeline } from '../../src/ui/summary/look/timeline.tsx';
import { gp, on, ouh, report } from './fixtures.ts';
import { entry, medication, problem } from './items.ts';
import { renderPart } from './record-view.tsx';
import { brokenRules } from './render-app.tsx';

const today = Date.parse('2026-11-22T15:42:00Z');
const items = () => [
  entry('encounter', 'Acute kidney injury', {
    ...{ source: ouh.id, role: 'admission', standing: 'past' },
    ...{ date: on('2026-11-08'), ended: on('2026-11-12') },
  }),
  problem('Heart failure', { source: ouh.id, date: on('2024-08') }),
  problem('Asthma', { date: on('1998') }),
  problem('Eczema', { date: null }),
  medication('Warfarin 1 mg tablets', {
    ...{ status: 'stopped', started: on('2025-02-01'), stopped: on('2026-11-12') },
  }),
  medication('Digoxin', { status: 'not-stated', started: on('2026-03-01') }),
];
const section = () => within(screen.getByRole('region', { name: 'Timeline' }));
const cursor = () => section().getByRole('slider', { name: 'Events by date' });
const says = () => cursor().getAttribute('aria-valuetext');

function event(key: string, from: string, to: string | null, part: Partial<TimelineEvent> = {}) {
  const made: TimelineEvent = {
    ...{ key, lane: 'visit', item: problem(key), from: Date.parse(from), isSpan: to !== null },
    to: to === null ? null : Date.parse(to),
    ...part,
  };
  return made;
}

describe('the timeline', () => {
  it('is gone through with arrow keys, each event with its dates and its source', async () => {
    const { user } = renderPart(<Timeline />, items());
    expect(says()).toBe('Admission: Acute kidney injury, 08-Nov-2026 to 12-Nov-2026, OUH');
    cursor().focus();
    await user.keyboard('{ArrowLeft}');
    expect(says()).toBe('Medicine: Digoxin, status not stated, 01-Mar-2026, GP');
    await user.keyboard('{ArrowLeft}');
    expect(says()).toBe('Medicine: Warfarin 1 mg tablets, Stopped, 01-Feb-2025 to 12-Nov-2026, GP');
    await user.keyboard('{Home}');
    expect(says()).toBe('Diagnosis: Asthma, since 1998, GP');
  });

  it('counts what has no date, and what lies before the time shown', async () => {
    const { user } = renderPart(<Timeline />, [
      ...items(),
      entry('encounter', 'Fracture clinic', { standing: 'past', date: on('2001-05-01') }),
    ]);
    expect(section().getByRole('status')).toHaveTextContent(
      'Not here: 1 without a date; 1 earlier.',
    );
    await user.click(section().getByRole('button', { name: 'All' }));
    expect(section().getByRole('status')).toHaveTextContent('Not here: 1 without a date.');
  });

  it('lists every event in words when asked, newest first', async () => {
    const { user } = renderPart(<Timeline />, items());
    await user.click(section().getByText('All events in words'));
    const rows = section().getAllByRole('listitem');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toHaveTextContent('Admission: Acute kidney injury');
  });

  it('leaves out events of hidden sources, counted, and never medicines', () => {
    renderPart(<Timeline />, items(), { hidden: new Set([gp.id, ouh.id]) });
    expect(section().getByRole('status')).toHaveTextContent('3 of sources you left out');
    expect(says()).toMatch(/^Medicine: Digoxin/);
    expect(section().getByText('2 events')).toBeVisible();
  });

  it('says that there is nothing rather than drawing nothing', () => {
    renderPart(<Timeline />);
    expect(section().getByText(/^No admission, visit, diagnosis or medicine/)).toBeVisible();
    expect(section().queryByRole('slider')).toBeNull();
  });

  describe('where the word of a source is missing', () => {
    const lacking = (shown: readonly Item[], state: SourceReport['state'] = 'interrupted') => {
      const sources = [report(gp, 'answered'), report(ouh, state)];
      return renderPart(<Timeline />, shown, {
        summary: { ...emptySummary, items: shown, sources },
      });
    };
    const laneOf = (name: string) => section().getByText(new RegExp(`^${name}`)).textContent;

    it.each([
      ['interrupted', 'OUH broke off'],
      ['failed', 'OUH failed'],
      ['asking', 'OUH still asking'],
    ] as const)('names it, and does not call an empty lane none (%s)', (state, words) => {
      lacking([problem('Asthma', { date: on('2024-08') })], state);
      expect(
        section().getByText((_, each) => each?.textContent === words && each.tagName === 'P'),
      ).toBeVisible();
      expect(laneOf('Admissions')).toBe('Admissions Not known');
      expect(laneOf('Diagnoses')).toBe('Diagnoses 1');
    });

    it('nor where an entry that could not be read came in no source’s name', () => {
      const unshown = [
        { key: 'e', source: 'not-stated', what: 'X', section: 'medication', because: 'malformed' },
      ] as const;
      const sources = [report(gp, 'answered')];
      const shown = [problem('Asthma', { date: on('2024-08') })];
      const { container } = renderPart(<Timeline />, shown, {
        summary: { ...emptySummary, items: shown, sources, unshown },
      });
      expect(container).toHaveTextContent('Medicines Not known');
      expect(laneOf('Admissions')).toBe('Admissions None in this time');
    });

    it('does not say that there is nothing', () => {
      lacking([]);
      expect(section().getByText(/has come. Do not read this as none/)).toBeVisible();
      expect(section().queryByText(/^No admission/)).toBeNull();
    });

    it('does not say that there is nothing in the time that is shown', () => {
      lacking([problem('Asthma', { date: on('1998'), status: 'past', ended: on('1999') })]);
      expect(section().getByText(/^Nothing of this time has come/)).toBeVisible();
    });
  });

  it('says none of a time in which every source has none, and less where some were left out', () => {
    const shown = [problem('Asthma', { date: on('2024-08') })];
    const { container } = renderPart(<Timeline />, shown);
    expect(container).toHaveTextContent('Admissions None in this time');
    cleanup();
    const hidden = renderPart(<Timeline />, shown, { hidden: new Set([ouh.id]) });
    expect(hidden.container).toHaveTextContent('Admissions None shown');
  });

  it('has each name whole and next to its mark, whatever the width and the size of the text', () => {
    const long = 'Nitrofurantoin 100mg modified-release capsules';
    const { container } = renderPart(<Timeline />, [
      medication(long, { status: 'completed', date: on('2026-06-04') }),
      problem('Heart failure', { date: on('2022-11') }),
    ]);
    const styleOf = (name: string) => {
      const label = section().getByText(name, { selector: '.lanes *' });
      const mark = label.previousElementSibling as HTMLElement;
      return { label: label.style, mark: mark.style };
    };
    const late = styleOf(`${long} (Completed)`);
    expect(late.label.width).toBe(late.mark.left);
    expect(late.label.textAlign).toBe('right');
    const early = styleOf('Heart failure');
    expect(early.label.marginLeft).toBe(early.mark.left);
    // Nothing is as large as some number of pixels, or it would not grow with its words.
    expect(container.querySelector('.lanes')?.innerHTML).not.toMatch(
      /px|(?:height|y|r|dx)="[\d.]+"/,
    );
  });

  it('has no accessibility problem', async () => {
    const { container } = renderPart(<Timeline />, items());
    expect(await brokenRules(container)).toEqual([]);
  });
});

describe('the picture of the timeline', () => {
  const window = { from: Date.parse('2026-01-01'), to: Date.parse('2027-01-01') };

  it('puts what overlaps on different lines, and what does not on one', () => {
    const drawn = drawLanes(
      [
        event('first', '2026-01-10', '2026-06-10'),
        event('second', '2026-03-10', '2026-04-10'),
        event('third', '2026-08-10', '2026-09-10'),
      ],
      window,
    );
    const visits = drawn.find(({ lane }) => lane === 'visit');
    expect(visits?.bars.map(({ line }) => line)).toEqual([0, 1, 0]);
    expect(visits?.lines).toBe(2);
  });

  it('runs to today only where it goes on, and ends where it ended', () => {
    const goesOn = event('goes on', '2026-01-10', null, { isSpan: true });
    const moment = event('moment', '2026-03-10', null);
    const [onGoing] = drawLanes([goesOn], window).flatMap(({ bars }) => bars);
    expect((onGoing?.left ?? 0) + (onGoing?.width ?? 0)).toBeCloseTo(100);
    const [single] = drawLanes([moment], window).flatMap(({ bars }) => bars);
    expect(single?.width).toBeLessThan(2);
  });

  it('keeps what began before the time shown and lasted into it', () => {
    const lasting = event('lasting', '1998-01-01', '2026-02-01');
    const over = event('over', '1998-01-01', '2001-01-01');
    const seen = inSight([lasting, over], () => false, window);
    expect(seen.events).toEqual([lasting]);
    expect(seen.earlier).toBe(1);
  });

  it('has at most six marks above it, whatever its length', () => {
    for (const from of ['1940-01-01', '1996-05-05', '2021-11-22', '2025-11-22']) {
      const all = windowOf([event('first', from, null)], 'all', today);
      expect(ticks(all).length).toBeLessThanOrEqual(6);
      expect(ticks(all).length).toBeGreaterThan(1);
    }
  });

  it('draws the newest of very many, and says how many there are', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      event(String(index), `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`, null),
    );
    const visits = drawLanes(many, window).find(({ lane }) => lane === 'visit');
    expect(visits?.bars).toHaveLength(60);
    expect(visits?.total).toBe(500);
  });
});
