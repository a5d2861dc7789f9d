/** What has come in part, or is drawn later, says so: never a bare heading, never as if it were all. */
import { screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourceReport } from '../../src/domain/source.ts';
import { AccessLog } from '../../src/ui/summary/access-log.tsx';
import { Timeline } from '../../src/ui/summary/look/timeline.tsx';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import { gp, oh, ouh, report, sc, showing } from './fixtures.ts';
import { heard } from './heard.ts';
import { allergy, problem } from './items.ts';
import { renderPart } from './record-view.tsx';
import { renderApp } from './render-app.tsx';

const watched: Element[] = [];

/** A browser in which nobody comes near anything. */
class FarAway {
  observe(element: Element): void {
    watched.push(element);
  }
  disconnect(): void {
    watched.length = 0;
  }
}

beforeEach(() => {
  watched.length = 0;
  vi.stubGlobal('IntersectionObserver', FarAway);
});

const from = (state: SourceReport['state']) => ({
  summary: { ...emptySummary, sources: [report(gp, state)] },
});
const place = (name: string) => within(screen.getByRole('region', { name }));

describe('the timeline that is not drawn yet', () => {
  it('says what it waits for while a source has not been heard of', () => {
    renderPart(<Timeline />, [], from('asking'));
    const words = place('Timeline').getByText('Drawn when every source has been heard of.');
    expect(words).toBeVisible();
    expect(watched).toEqual([]);
  });

  it.each(['answered', 'interrupted'] as const)('is to come once its source %s', (state) => {
    renderPart(<Timeline />, [], from(state));
    expect(place('Timeline').getByText('Loading…')).toBeVisible();
    expect(watched).toHaveLength(1);
  });
});

describe('the access log that is not drawn yet', () => {
  it('is to come, and waits for no source', () => {
    renderPart(<AccessLog log={{ type: 'loading' }} />, [], from('asking'));
    expect(place('Access log').getByText('Loading…')).toBeVisible();
    expect(watched).toHaveLength(1);
  });
});

describe('a source that has sent some of its facts, and is not done', () => {
  it('is said to be still arriving, everywhere', () => {
    const sources = [gp, ouh, oh, sc].map((source) => report(source, 'asking'));
    const items = [allergy('Latex'), problem('Asthma')];
    const { container } = renderApp(showing({ sources, items }, { arrival: 'arriving' }));
    expect(place('Sources').getByRole('status')).toHaveTextContent(
      '0 of 4 answered. Hollow Way Medical Centre: still arriving. ' +
        'Oxford University Hospitals: still asking.',
    );
    const cards = place('Sources').getAllByRole('listitem');
    expect(cards[0]).toHaveTextContent('Hollow Way Medical Centre: still arriving.');
    expect(cards[1]).toHaveTextContent('Oxford University Hospitals: still asking.');
    expect(place('Problems').getByText('still arriving')).toBeVisible();
    expect(heard(container)).not.toMatch(/Hollow Way Medical Centre:? still asking/);
  });
});
