/** Gates of the exchange: the token, the log, the feed, and what leaves of a protected record. */
import { type Gate, gatesIn, unit } from './gate.ts';

const token = 'Signed in as somebody else, or for another launch';
const says = 'The access log says too much';
const tokens = unit('exchange/token');
const log = unit('exchange/access-log');
const told = unit('exchange/told');
const feed = unit('exchange/review-feed');

export const logGates: readonly Gate[] = [
  ...gatesIn(token, 'mocks/exchange/token.ts', tokens, [
    [
      'A token the host calls inactive is none',
      "if (!active) return notAuthenticated('invalid_token');",
      '',
      'that the host calls inactive',
    ],
    [
      'A token that has run out is none',
      "if (exp * 1000 <= now.getTime()) return notAuthenticated('invalid_token');",
      '',
      'that has run out is 401',
    ],
    [
      'A token of another app is refused',
      'if (!host.clientIds.includes(clientId)) {',
      'if (false) {',
      'of an app this exchange does not serve',
    ],
    [
      'A user elsewhere is nobody',
      'fhirUser.startsWith(prefix) ? fhirUser.slice(prefix.length) : fhirUser',
      "fhirUser.split('/').slice(-2).join('/')",
      'whose fhirUser is ',
    ],
    [
      'The presented token asks for itself in a sandbox only',
      "if (!host.sandbox) return unavailable('introspection', 'This host is not set up safely.');",
      '',
      'with the presented token is only for hosts marked as sandbox',
    ],
  ]),
  ...gatesIn(says, 'mocks/exchange/log-rows.ts', log, [
    [
      'Before the record others’ rows are masked',
      'const hidden = !reader.opened && !reader.privacyOfficer;',
      'const hidden = false;',
      'shows of others only time, profession and break glass',
    ],
    [
      'A justification is its author’s',
      'reader.privacyOfficer ? event : withoutJustification(event)',
      'event',
      'gives the words of a justification to their author and nobody else',
    ],
    [
      'The patient is named by the reader’s own id',
      'entity: [{ ...patient, what }, ...others]',
      'entity: [{ ...patient }, ...others]',
      'by the reader’s own opaque id only',
    ],
    [
      'A masked row says no reason',
      'coding.every(({ system }) => system === codeSystem.actReason),',
      'coding.length > 0,',
      'says why of nothing',
    ],
  ]),
  ...gatesIn(says, 'mocks/exchange/refusals.ts', unit('exchange/reported'), [
    [
      'A report keeps no words of its user’s',
      'ownCode.test(outcomeDesc) ? outcomeDesc : undefined',
      'outcomeDesc',
      'no words of the user’s',
    ],
  ]),
  ...gatesIn(says, 'mocks/exchange/told.ts', told, [
    [
      'An open item never says who another patient is',
      'const own = nhsNumber !== null && row.patient === patientOfToken(call).patientKey;',
      'const own = nhsNumber !== null;',
      'is shown without the other patient',
    ],
  ]),
  ...gatesIn(says, 'mocks/exchange/access-log.ts', feed, [
    [
      'The feed is a privacy officer’s',
      'return officer ? reviewFeed(call, search) : refusalResponse(oneKind);',
      'return reviewFeed(call, search);',
      'is nobody else’s',
    ],
  ]),
  ...gatesIn(says, 'mocks/exchange/review-feed.ts', feed, [
    [
      'The feed names no patient',
      "({ what }) => !/(?:^|\\/)Patient\\//.test(what?.reference ?? ''),",
      '() => true,',
      'no patient’s name, number or id',
    ],
    [
      'The feed is of this host’s users',
      'row.userKey.startsWith(issued) && ',
      '',
      'is of this host’s users only',
    ],
  ]),
  ...gatesIn('A record written in somebody else’s name', 'mocks/exchange/told.ts', told, [
    [
      'A break glass is told by its author',
      "root?.userKey === caller.userKey && root.purpose !== 'TREAT'",
      "root && root.purpose !== 'TREAT'",
      'only its author may close it',
    ],
    [
      'Nobody is told before it is over',
      "if (kind !== 'not-yet-told' && !hasEnded(call, consent.id)) return notOver;",
      '',
      'is not closed in the launch that opened',
    ],
    [
      'Only a break glass is told',
      "root?.userKey === caller.userKey && root.purpose !== 'TREAT'",
      'root?.userKey === caller.userKey',
      'only a break glass is one',
    ],
  ]),
  ...gatesIn(
    'A record written in somebody else’s name',
    'mocks/exchange/refusals.ts',
    unit('exchange/reported'),
    [
      [
        'An app reports no success',
        "outcome: z.enum(['4', '8']),",
        'outcome: z.string(),',
        'cannot be a success',
      ],
    ],
  ),
];
