/** A row that somebody is in stays that row, whatever a late source puts before it or joins to it. */
import { render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { Documents } from '../../src/ui/summary/documents.tsx';
import { HitList } from '../../src/ui/summary/find/hit-list.tsx';
import { KeyResults } from '../../src/ui/summary/first/key-results.tsx';
import { rowMore } from '../../src/ui/summary/item-row.tsx';
import { Medicines } from '../../src/ui/summary/medicines.tsx';
import { PagedList } from '../../src/ui/summary/paged-list.tsx';
import { Problems } from '../../src/ui/summary/problems.tsx';
import { ViewContext } from '../../src/ui/summary/view.ts';
import { gp, oh, on, ouh } from './fixtures.ts';
import { letter, medication, problem, result } from './items.ts';
import { viewOf } from './record-view.tsx';

beforeAll(async () => {
  await rowMore.load();
});

type Part = () => preact.ComponentChildren;

/** A part of a record that grows while it is read. */
function reading(part: Part, items: readonly Item[]) {
  const of = (some: readonly Item[]) => (
    <ViewContext.Provider value={viewOf(some, { isRead: true })}>{part()}</ViewContext.Provider>
  );
  const { rerender } = render(of(items));
  return {
    user: userEvent.setup(),
    /** Comes after all that was there. */
    arrives: (...more: readonly Item[]) => {
      items = [...items, ...more];
      rerender(of(items));
    },
  };
}

const about = (title: string) =>
  screen.getByRole('button', { name: new RegExp(`^(More|Less) about ${title}`) });

/** Opens what is behind a row, and says what must still hold of it when more has come. */
async function opened(title: string) {
  const button = about(title);
  button.focus();
  await userEvent.setup().keyboard('{Enter}');
  expect(button).toHaveAttribute('aria-expanded', 'true');
  return () => {
    expect(button).toBeVisible();
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-expanded', 'true');
  };
}

const sct = (code: string) => ({
  codes: [{ system: 'http://snomed.info/sct', code, display: null }],
});
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => from + at);
const problems = () => <Problems />;

describe('a row that somebody is in', () => {
  it('is the same one when another source has it as well, newer', async () => {
    const { arrives } = reading(problems, [
      problem('Asthma', { ...sct('195967001'), date: on('2019') }),
      problem('Gout', { date: on('2021') }),
    ]);
    const expectKept = await opened('Asthma');
    arrives(problem('Asthma', { ...sct('195967001'), source: ouh.id, date: on('2019-03-04') }));
    expectKept();
    expect(screen.getAllByRole('listitem').length).toBe(2);
  });

  it('is the same one when it is joined to one that was there before it', () => {
    const { arrives } = reading(problems, [
      problem('Asthma', { identifiers: ['gp'], date: on('2019') }),
      problem('Asthma', { identifiers: ['oh'], source: oh.id, date: on('2019') }),
    ]);
    const [, second] = screen.getAllByRole('button', { name: /^More about Asthma/ });
    second?.focus();
    arrives(
      problem('Asthma', { identifiers: ['gp', 'oh'], source: ouh.id, date: on('2019-03-04') }),
    );
    expect(second).toBeVisible();
    expect(second).toHaveFocus();
    expect(screen.getAllByRole('button', { name: /^More about Asthma/ })).toHaveLength(1);
  });

  it('is still in its list when newer ones come before it', async () => {
    const { arrives } = reading(
      problems,
      numbers(0, 6).map((at) => problem(`Old ${at}.`, { date: on(`200${9 - at}`) })),
    );
    const expectKept = await opened('Old 5');
    arrives(
      ...numbers(0, 3).map((at) => problem(`New ${at}.`, { source: ouh.id, date: on('2024') })),
    );
    expectKept();
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
  });

  it('is still there when thousands come before it, and they are not', async () => {
    const { arrives } = reading(problems, [problem('Old', { date: on('2001') })]);
    const expectKept = await opened('Old');
    arrives(...numbers(0, 4000).map((at) => problem(`New ${at}`, { date: on('2024') })));
    expectKept();
    expect(screen.getAllByRole('listitem').length).toBeLessThan(20);
    expect(screen.getByRole('button', { name: /more active$/ })).toHaveTextContent(/^399\d/);
  });

  it('stays with what is open in it, where the focus is elsewhere', async () => {
    const { arrives } = reading(
      problems,
      numbers(0, 6).map((at) => problem(`Old ${at}.`, { date: on(`200${9 - at}`) })),
    );
    await opened('Old 5');
    about('Old 1').focus();
    arrives(
      ...numbers(0, 3).map((at) => problem(`New ${at}.`, { source: ouh.id, date: on('2024') })),
    );
    expect(about('Old 5')).toHaveAttribute('aria-expanded', 'true');
    expect(about('Old 1')).toHaveFocus();
  });

  it('that a press brought, and that took the focus, keeps it', async () => {
    const items = (from: number) => numbers(from, 60).map((at) => ({ key: `${at}` }));
    const list = (from: number) => (
      <PagedList items={items(from)} first={5} row={({ key }) => key} />
    );
    const { rerender } = render(list(10));
    await userEvent.setup().click(screen.getByRole('button', { name: /^Show/ }));
    const row = screen.getByText('15').closest('li');
    expect(row).toHaveFocus();
    rerender(list(8));
    expect(row).toHaveFocus();
    expect(row).toHaveAttribute('tabindex', '-1');
  });
});

describe('one of the latest results', () => {
  const test = (title: string, day: string, part: Partial<Parameters<typeof result>[1]> = {}) =>
    result(title, { date: on(day), value: '1', ...part });

  it('is its test’s still when a newer value comes', async () => {
    const { arrives } = reading(() => <KeyResults />, [test('eGFR', '2026-09-01')]);
    const expectKept = await opened('eGFR');
    arrives(test('eGFR', '2026-11-20', { source: ouh.id, value: '2' }));
    expectKept();
    expect(screen.getByRole('listitem')).toHaveTextContent(/2.* was 1/);
  });

  it('is still there when newer tests fill the list', async () => {
    const { arrives } = reading(() => <KeyResults />, [test('eGFR', '2026-01-01')]);
    const expectKept = await opened('eGFR');
    arrives(...numbers(0, 7).map((at) => test(`Test ${at}`, '2026-11-20', { source: ouh.id })));
    expectKept();
  });
});

describe('what is open in a row', () => {
  it('stays open where another source’s original comes above it', async () => {
    const narrative = { xhtml: '<div>As the practice wrote it</div>', saysMore: true };
    const { user, arrives } = reading(problems, [
      problem('Asthma', { ...sct('195967001'), date: on('2019'), narrative }),
    ]);
    await user.click(screen.getByRole('button', { name: /about Asthma/ }));
    const text = within(screen.getByRole('listitem')).getByRole('button', { name: /wrote|text/i });
    text.focus();
    arrives(problem('Asthma', { ...sct('195967001'), source: ouh.id, date: on('2019-03-04') }));
    expect(text).toBeVisible();
    expect(text).toHaveFocus();
  });

  it('is the same file where a newer copy of it comes', () => {
    const file = {
      url: 'https://a.example/1',
      hash: 'h',
      size: null,
      contentType: 'text/plain',
      data: null,
    };
    const copy = (source: string, day: string) =>
      letter('Clinic letter', { source, date: on(day), attachments: [{ ...file, title: null }] });
    const { arrives } = reading(() => <Documents />, [copy(gp.id, '2026-01-01')]);
    const button = screen.getByRole('button', { name: /^Open/ });
    button.focus();
    arrives(copy(ouh.id, '2026-02-01'));
    expect(button).toHaveFocus();
    expect(screen.getAllByRole('button', { name: /^Open/ })).toHaveLength(1);
  });
});

describe('a line of the medicines table', () => {
  it('stays open under a brand that comes later and is earlier in the alphabet', async () => {
    const warfarin = sct('375374009');
    const dose = 'as per INR';
    const { arrives } = reading(
      () => <Medicines />,
      [medication('Warfarin 3mg tablets', { ...warfarin, dose, date: on('2026-01-05') })],
    );
    const expectKept = await opened('Warfarin');
    const newer = { source: ouh.id, date: on('2026-11-20') };
    arrives(medication('Coumadin 3mg tablets', { ...warfarin, dose, ...newer }));
    expectKept();
  });
});

describe('a line of a drug that one source ended', () => {
  it('is open still when another goes on with it, among the current ones', async () => {
    const ended = { status: 'stopped', date: on('2026-01-05') } as const;
    const { arrives } = reading(() => <Medicines />, [medication('Ramipril 5mg capsules', ended)]);
    await opened('Ramipril');
    arrives(medication('Ramipril 10mg capsules', { source: ouh.id, date: on('2026-11-20') }));
    expect(screen.getAllByRole('table')).toHaveLength(1);
    expect(about('Ramipril 5mg')).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('a hit', () => {
  it('is still there when hits of sections before its own come', () => {
    const old = problem('Asthma', { date: on('2001') });
    const hits = (found: readonly Item[]) => () => <HitList found={found} words={['asthma']} />;
    const of = (found: readonly Item[]) => (
      <ViewContext.Provider value={viewOf(found)}>{hits(found)()}</ViewContext.Provider>
    );
    const { rerender } = render(of([old]));
    const link = screen.getByRole('link', { name: /^Asthma/ });
    link.focus();
    const more = numbers(0, 40).map((at) => problem(`Asthma ${at}`, { date: on('2024') }));
    rerender(of([...more, old]));
    expect(link).toHaveFocus();
    expect(screen.getAllByRole('link')).toHaveLength(31);
    expect(screen.getByRole('button', { name: /^Show/ })).toHaveTextContent('10');
  });
});
