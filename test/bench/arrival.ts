/** How soon a source's facts are on screen once its bytes are there, while others are still asked. */
import { median, milliseconds, worst } from './figures.ts';
import type { Group } from './group.ts';
import { atMost, type Row } from './row.ts';
import { openRecord, ordinary, reachGateAndRead, session } from './session.ts';

export const arrival: Group = {
  about: 'source facts screen bytes arrive slower pending',
  rows: async (bench) => {
    await bench.sandbox.answering('as-in-earnest');
    const waits = new Map<string, number[]>();
    for (let run = 0; run < 5; run += 1) {
      const open = await session(bench, 'with-sources');
      await open.launch(ordinary);
      await reachGateAndRead(open);
      const { parts, facts } = await openRecord(open);
      await open.close();
      for (const [source, at] of Object.entries(parts)) {
        const paintedAt = facts[source];
        if (paintedAt === undefined) throw new Error(`Nothing of ${source} came on screen.`);
        waits.set(source, [...(waits.get(source) ?? []), paintedAt - at]);
      }
    }
    await bench.sandbox.answering('at-once');
    return [whole([...waits.values()].flat()), ...[...waits].map(each)];
  },
};

function whole(waits: readonly number[]): Row {
  const measured = median(waits);
  return {
    ...{ name: 'a source’s bytes → its facts on screen, slower sources pending' },
    ...{ target: '≤ 50 ms', bound: milliseconds(50) },
    measured: `${milliseconds(measured)} (worst ${milliseconds(worst(waits))})`,
    verdict: atMost(measured, 50),
    samples: waits,
  };
}

/** One source, in the order of their answers: that a slow one holds up nobody shows here. */
function each([source, waits]: readonly [string, readonly number[]]): Row {
  return {
    ...{ name: `  ${source}`, target: '', bound: '', verdict: 'information' },
    measured: `${milliseconds(median(waits))} (worst ${milliseconds(worst(waits))})`,
    samples: waits,
  };
}
