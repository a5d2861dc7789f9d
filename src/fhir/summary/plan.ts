/** FHIR CarePlan and Goal → care plan, emergency plan or safeguarding. */
import * as s from '../shape.ts';
import { concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf } from './dates.ts';
import { stepLabel } from '../../domain/summary/item.ts';
import { details, entry } from './entry.ts';
import { someConcept, someConcepts, somePeriod } from './lenient.ts';
import { someReference, someReferences, someWords } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf, namesOf } from './people.ts';
import { planRole } from './plan-words.ts';
import { standingOf } from './standing.ts';

const activity = s.object({
  detail: s.lenient(
    s.object({
      status: someWords,
      code: someConcept,
      description: someWords,
      doNotPerform: s.optional(s.boolean),
    }),
  ),
  reference: someReference,
});

const carePlanResource = s.object({
  status: s.optional(s.string),
  intent: someWords,
  category: someConcepts,
  title: s.optional(s.string),
  description: s.optional(s.string),
  period: somePeriod,
  created: someWords,
  author: someReference,
  contributor: someReferences,
  activity: s.optional(s.array(activity)),
  note: annotations,
});

export function carePlan(resource: unknown, context: Context): Mapped {
  const found = parsed(carePlanResource, resource);
  const category = wordsOfAll(found?.category);
  if (!found) return malformed('Plan');
  const steps = (found.activity ?? []).map(stepText);
  const named = shownText(found.title) ?? category ?? shownText(found.description);
  const title = named ?? steps.find((each) => each !== null) ?? 'Care plan';
  const standing = standingOf('CarePlan', found.status);
  if (standing === null) return notUnderstood('Plan');
  if (standing === 'entered-in-error') return enteredInError('Plan');
  const isProposed = found.intent === 'proposal' || found.intent === 'option';
  const description = shownText(found.description, 2000);
  return entry(context, {
    ...standing,
    ...(isProposed && standing.standing === 'current' ? notYet : {}),
    title,
    codes: (found.category ?? []).flatMap(codesOf),
    role: context.kind === 'emergency-plan' ? planRole(`${title} ${category ?? ''}`) : null,
    value: description === title ? null : description,
    date: dateOf(found.period?.start) ?? dateOf(found.created),
    recorded: dateOf(found.created),
    ended: dateOf(found.period?.end),
    author: authorOf([found.author, ...(found.contributor ?? [])], context),
    details: details(
      ['Category', category === title ? null : category],
      ...steps.map((each): [string, string | null] => [stepLabel, each === title ? null : each]),
    ),
    note: noteOf([], found.note),
  });
}

const notYet = { standing: 'not-stated', status: 'Proposed only' } as const;

/** A step under way goes without saying; done, stopped and not begun are said. */
function stepText({ detail }: s.Infer<typeof activity>): string | null {
  if (!detail || detail.status === 'entered-in-error') return null;
  const words = shownText(detail.description, 1000) ?? titleOf(detail.code);
  if (words === null) return null;
  const said = joined([detail.doNotPerform === true ? 'Do not do this' : null, words], ': ');
  const plain = detail.status === undefined || detail.status === 'in-progress';
  return plain ? said : `${said} (${sentence(detail.status)})`;
}

const goalResource = s.object({
  lifecycleStatus: s.optional(s.string),
  achievementStatus: someConcept,
  description: concept,
  startDate: someWords,
  statusDate: someWords,
  expressedBy: someReference,
  target: s.lenient(s.array(s.object({ dueDate: someWords }))),
  note: annotations,
});

export function goal(resource: unknown, context: Context): Mapped {
  const found = parsed(goalResource, resource);
  const title = titleOf(found?.description);
  if (!found || title === null) return malformed('Goal');
  const standing = standingOf('Goal', found.lifecycleStatus);
  if (standing === null) return notUnderstood('Goal');
  if (standing === 'entered-in-error') return enteredInError('Goal');
  return entry(context, {
    ...standing,
    title,
    codes: codesOf(found.description),
    date: dateOf(found.startDate) ?? dateOf(found.statusDate),
    due: dateOf(found.target?.[0]?.dueDate),
    author: namesOf([found.expressedBy], context),
    details: details(['Kind', 'Goal'], ['Achieved', titleOf(found.achievementStatus)]),
    note: noteOf([], found.note),
  });
}
