/** What a valid configuration may still mean that its deployer did not intend. */
import { overridingReasons } from '../domain/access.ts';
import { type Config, policyFor } from './config.ts';

/** @returns one sentence per doubt, naming the issuer; empty where there is none */
export function configWarnings(config: Config): readonly string[] {
  return config.issuers.flatMap((issuer) => {
    const policy = policyFor(config, issuer);
    const legal = overridingReasons.filter((reason) => policy.breakGlassReasons.includes(reason));
    const doubts: readonly (readonly [boolean, string])[] = [
      [
        Object.keys(issuer.roleMap).length === 0,
        'has no roleMap. If its staff carry no national job role codes, every one of them is refused.',
      ],
      [
        issuer.issuer.startsWith('http:') || issuer.exchange.startsWith('http:'),
        'is on plain http, which is for a sandbox on one machine only.',
      ],
      [
        policy.clinicalRoles.length + policy.clinicalSnomed.length === 0,
        'lets nobody in: no role is clinical.',
      ],
      [policy.privacyRoles.length === 0, 'has no privacy officer: nobody sees the review feed.'],
      [
        policy.breakGlassReasons.length === 0,
        'offers no break-glass reason: a patient who cannot be asked cannot be helped here.',
      ],
      [
        legal.length > 0,
        `offers ${legal.join(', ')}: the terms allow direct care only. Has your ` +
          'information-governance lead agreed?',
      ],
      [
        policy.restricted !== 'shut',
        'opens restricted records. Does its exchange remove every trace of location?',
      ],
      [policy.deceased !== 'shut', 'opens the records of people who have died, to certify it.'],
      [
        policy.minimumJustification < 10,
        'takes a justification of under ten letters without asking once more.',
      ],
    ];
    return doubts.flatMap(([applies, words]) => (applies ? [`${issuer.name} ${words}`] : []));
  });
}
