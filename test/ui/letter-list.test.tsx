import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/domain/summary/item.ts';
import { gp, on, ouh, report, showing } from './fixtures.ts';
import { heard } from './heard.ts';
import { letter } from './items.ts';
import { renderApp } from './render-app.tsx';

const file: Attachment = {
  ...{ url: 'Binary/1', contentType: 'application/pdf', title: null },
  ...{ size: null, hash: 'aGFzaA==', data: null },
};
const documents = () => screen.getByRole('region', { name: 'Documents and letters' });

describe('letters that several sources hold', () => {
  const copy = (source: string, part: Partial<Attachment> = {}) =>
    letter('Clinic letter', {
      ...{ source, date: on('2026-11-12'), identifiers: ['urn:letter|1'] },
      attachments: [{ ...file, ...part }],
    });
  const list = (...items: readonly ReturnType<typeof letter>[]) => {
    const sources = [report(gp, 'answered'), report(ouh, 'answered')];
    return renderApp(showing({ items, sources }));
  };
  const opens = () => within(documents()).getAllByRole('button', { name: /^Open Clinic letter/ });

  it('are one, with one file to open, where it is the same file', () => {
    list(copy(gp.id), copy(ouh.id));
    const [row, ...others] = within(documents()).getAllByText('Clinic letter', {
      selector: 'strong',
    });
    expect(others).toEqual([]);
    expect(row?.closest('li')).toHaveTextContent(/GP OUH/);
    expect(heard(row?.closest('li'))).toMatch(
      /Hollow Way Medical Centre Oxford University Hospitals/,
    );
    expect(opens()).toHaveLength(1);
  });

  it('are one with both files, where nobody says that they are the same', () => {
    list(copy(gp.id, { hash: null }), copy(ouh.id, { hash: null }));
    expect(within(documents()).getByText('1 item')).toBeVisible();
    expect(opens()).toHaveLength(2);
  });

  it('are several where every entry is wanted by itself', async () => {
    const { user } = list(copy(gp.id), copy(ouh.id));
    await user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await user.click(screen.getByRole('radio', { name: 'Show every entry by itself' }));
    expect(opens()).toHaveLength(2);
  });

  it('are filtered by source, and counted', async () => {
    const { user } = list(copy(gp.id), letter('Scan', { source: ouh.id }));
    await user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await user.click(screen.getByRole('checkbox', { name: ouh.name }));
    expect(within(documents()).queryByText('Scan')).toBeNull();
    expect(documents()).toHaveTextContent(
      '1 entry of Oxford University Hospitals is filtered out.',
    );
    expect(opens()).toHaveLength(1);
  });
});
