/** Gates of the adapter to the exchange: where the token goes, and what counts as an answer. */
import { type Gate, gatesIn, unit } from './gate.ts';

const leaking = 'A token or NHS number leaking';
const partial = 'A partial record read as complete';
const calls = unit('adapters/exchange/gate-calls');
const arrival = unit('adapters/exchange/arrival');
const standing = unit('adapters/exchange/standing');

export const exchangeAdapterGates: readonly Gate[] = [
  ...gatesIn(leaking, 'src/adapters/exchange/request.ts', calls, [
    [
      'The token goes to addresses under the base only',
      'return url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`);',
      'return url.startsWith(base);',
      'never goes to ',
    ],
    [
      'An address is under the base as it is written',
      'if (!URL.canParse(url) || new URL(url).href !== url) return false;',
      '',
      'never goes to ',
    ],
    [
      'No redirect is followed',
      "redirect: 'error',",
      '',
      'goes with every setting that keeps it where it belongs',
    ],
    [
      'The token goes to nobody who did not ask for it',
      "const token = call.withToken === false ? '' : await wire.token();",
      'const token = await wire.token();',
      'stays here when the exchange is only asked what it can do',
    ],
    [
      'Without a token nothing is sent',
      "if (token === null) return fail('unauthorised');",
      "if (token === null) return open({ ...wire, token: () => '' }, call, idleMs);",
      'is not sent along where there is none: nothing is',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/exchange/request.ts', calls, [
    [
      'Every call is looked at before it leaves',
      "if (!isUnder(wire.base, call.url)) return fail('bad-answer');",
      '',
      'never leaves for an address that is not under the base',
    ],
  ]),
  ...gatesIn(leaking, 'src/adapters/exchange/pages.ts', standing, [
    [
      'A search that leads elsewhere has failed',
      "if (link.type === 'elsewhere' || pages.length === mostPages) {\n      return { type: 'failed', failure: answer.failure };",
      "if (link.type === 'elsewhere' || pages.length === mostPages) {\n      return { type: 'pages', pages, failure: answer.failure };",
      'a page elsewhere is not followed, and the search counts as failed',
    ],
  ]),
  ...gatesIn(partial, 'src/adapters/exchange/retrieve.ts', arrival, [
    [
      'A stream that is too long is refused',
      'if (bytes > maxBytes) {',
      'if (false) {',
      'over the limit is refused',
    ],
    [
      'A stream without its last line is interrupted',
      "emit({ type: 'interrupted' });\n        return;\n      }\n      opened.alive();",
      "emit({ type: 'finished' });\n        return;\n      }\n      opened.alive();",
      'without its last line',
    ],
    [
      'A line that is no JSON interrupts',
      "if (resource === undefined) {\n          emit({ type: 'interrupted' });\n          return;",
      'if (resource === undefined) {\n          continue;',
      'with a line that is no JSON',
    ],
  ]),
  ...gatesIn(partial, 'src/adapters/exchange/request.ts', arrival, [
    [
      'A document that is too long is refused',
      'if (bytes > most) {',
      'if (false) {',
      'over the limit is refused',
    ],
  ]),
];
