/** What nobody needs before the gate is passed: loaded apart, while the question is being read. */
import { accessLog } from '../../fhir/gate/access-log.ts';
import { retrieve } from './retrieve.ts';

export const afterRecord = { accessLog, retrieve };
