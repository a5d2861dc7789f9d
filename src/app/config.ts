/** smart-config.json, parsed once at start. Holds no secrets; each key is in the README. */
import { breakGlassReasons } from '../domain/access.ts';
import { filled, integerFrom, matching, someText, textUpTo, where } from '../fhir/limits.ts';
import { parsed, problemsIn } from '../fhir/parsed.ts';
import * as s from '../fhir/shape.ts';

/** An absolute http(s) URL without trailing slash, query or fragment. */
const baseUrl = where(
  textUpTo(500),
  (raw) => {
    if (!URL.canParse(raw)) return false;
    const url = new URL(raw);
    return (
      /^https?:$/.test(url.protocol) &&
      !raw.endsWith('/') &&
      url.search === '' &&
      url.hash === '' &&
      (url.protocol === 'https:' || isLoopback(url.hostname))
    );
  },
  'must be an https URL (http on loopback only), with no trailing slash, query or fragment',
);

const policyFields = {
  clinicalRoles: s.array(s.string),
  clinicalSnomed: s.array(s.string),
  privacyRoles: s.array(s.string),
  breakGlassReasons: s.array(s.oneOf(breakGlassReasons)),
  minimumJustification: integerFrom(1),
  permissionStands: s.boolean,
  restricted: s.oneOf(['shut', 'open-without-location']),
  deceased: s.oneOf(['shut', 'certify']),
  sendBreakGlassCategory: s.boolean,
};
const policyShape = s.strictObject(policyFields);

/** A host's own: any of them, and nothing else. Spelt out, which weighs less than deriving it. */
const ownPolicyShape = s.strictObject({
  clinicalRoles: s.optional(policyFields.clinicalRoles),
  clinicalSnomed: s.optional(policyFields.clinicalSnomed),
  privacyRoles: s.optional(policyFields.privacyRoles),
  breakGlassReasons: s.optional(policyFields.breakGlassReasons),
  minimumJustification: s.optional(policyFields.minimumJustification),
  permissionStands: s.optional(policyFields.permissionStands),
  restricted: s.optional(policyFields.restricted),
  deceased: s.optional(policyFields.deceased),
  sendBreakGlassCategory: s.optional(policyFields.sendBreakGlassCategory),
});

/** The text is the deployer's; it is shown as text, whatever it holds. */
const termsShape = s.strictObject({
  url: baseUrl,
  version: matching(/^[A-Za-z0-9._-]{1,40}$/),
  title: someText,
  text: filled(s.array(s.strictObject({ heading: someText, body: someText }))),
  putOffDays: integerFrom(0),
});

const issuerShape = s.strictObject({
  issuer: baseUrl,
  name: someText,
  clientId: someText,
  redirectUri: s.optional(baseUrl),
  scope: someText,
  requiredScopes: s.array(s.string),
  nhsNumber: s.strictObject({
    from: s.oneOf(['identifier', 'patient-id', 'fhir-context']),
    systems: filled(s.array(s.string)),
  }),
  roleMap: s.record(s.string),
  exchange: baseUrl,
  policy: s.optional(ownPolicyShape),
});

/** Medicines a first look must show; a word stands for the drug's name, in lower case. */
const criticalShape = s.array(s.strictObject({ name: someText, words: filled(s.array(someText)) }));

const milliseconds = integerFrom(1);

const configShape = s.strictObject({
  issuers: where(
    filled(s.array(issuerShape)),
    (issuers) => new Set(issuers.map((each) => each.issuer)).size === issuers.length,
    'names an issuer twice',
  ),
  limits: s.strictObject({
    hostTimeoutMs: milliseconds,
    exchangeTimeoutMs: milliseconds,
    summaryMaxBytes: integerFrom(1),
  }),
  policy: policyShape,
  criticalMedicines: criticalShape,
  terms: termsShape,
});

export type Config = s.Infer<typeof configShape>;
export type IssuerConfig = s.Infer<typeof issuerShape>;
export type PolicyConfig = s.Infer<typeof policyShape>;

export type ConfigOutcome =
  | { readonly type: 'ok'; readonly config: Config }
  /** One line per problem, naming the key. */
  | { readonly type: 'invalid'; readonly problems: readonly string[] };

/** @param raw the parsed JSON of smart-config.json; unknown keys are refused, not ignored */
export function parseConfig(raw: unknown): ConfigOutcome {
  const config = parsed(configShape, raw);
  return config
    ? { type: 'ok', config }
    : { type: 'invalid', problems: problemsIn(configShape, raw) };
}

/** Exact string match: a host that differs by a slash is another host (SMART 2.2, `iss`). */
export function issuerFor(config: Config, iss: string): IssuerConfig | null {
  return config.issuers.find((each) => each.issuer === iss) ?? null;
}

/**
 * The deployer's policy for one host: what its entry says, else what holds for all.
 * @param issuer null before the host is known: then nothing that a host allows for itself counts
 */
export function policyFor(config: Config, issuer: IssuerConfig | null): PolicyConfig {
  const own = Object.entries(issuer?.policy ?? {}).filter(([, value]) => value !== undefined);
  return { ...config.policy, ...Object.fromEntries(own) };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
