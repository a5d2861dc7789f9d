/** How soon a source's facts are on screen once its bytes are there, while others are still asked. */
import { arrivalRows } from './arrival-rows.ts';
import type { Group } from './group.ts';
import { openRecord, ordinary, reachGateAndRead, session } from './session.ts';

const runs = 5;

export const arrival: Group = {
  about: 'source facts screen bytes arrive slower pending',
  rows: async (bench) => {
    await bench.sandbox.answering('as-in-earnest');
    const waits = new Map<string, number[]>();
    for (let run = 0; run < runs; run += 1) {
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
    const seldom = [...waits].find(([, of]) => of.length < runs);
    if (seldom) throw new Error(`${seldom[0]} was seen in ${seldom[1].length} of ${runs} runs.`);
    return arrivalRows(waits);
  },
};
