/** Whether a page that is launched again and again in one tab holds on to what it showed before. */
import { mebibytes } from './figures.ts';
import type { Group } from './group.ts';
import { heapAfterCollection } from './heap.ts';
import { atMost } from './row.ts';
import { generated, openRecord, session } from './session.ts';

const launches = 20;
/** From here on: what the browser keeps of a site once is no growth. */
const settled = 3;

export const relaunches: Group = {
  about: 'heap flat relaunches same tab',
  rows: async (bench) => {
    await bench.sandbox.answering('at-once');
    const open = await session(bench);
    const held: number[] = [];
    for (let launch = 1; launch <= launches; launch += 1) {
      await open.launch(generated(20_000));
      await openRecord(open);
      held.push(await heapAfterCollection(open.cdp));
    }
    await open.close();
    const [early = NaN, last = NaN] = [held[settled - 1], held.at(-1)];
    return [
      {
        name: `heap after ${launches} launches of 20,000 entries in one tab over that after ${settled}`,
        ...{ target: 'flat', bound: '1.1' },
        measured: `${(last / early).toFixed(2)} (${mebibytes(early)}, ${mebibytes(last)})`,
        verdict: atMost(last / early, 1.1),
        samples: held,
      },
    ];
  },
};
