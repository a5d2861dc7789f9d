/** What nobody needs before the gate is passed: loaded apart, while the question is being read. */
import { accessLog } from '../../fhir/gate/access-log.ts';
import { reviewOf } from '../../fhir/gate/review.ts';
import { readDocument } from './document.ts';
import { recordPrint } from './print.ts';
import { retrieve } from './retrieve.ts';

export const afterRecord = { accessLog, reviewOf, retrieve, readDocument, recordPrint };
