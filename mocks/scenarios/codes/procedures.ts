/** Procedures, devices and needs in SNOMED CT, where the code is sure; words where it is not. */
import { snomed } from '../build/coding.ts';

export const procedures = {
  caesarean: snomed('11466000', 'Cesarean section', 'Caesarean section'),
  cataractExtraction: snomed('54885007', 'Extraction of cataract', 'Cataract operation'),
  colonoscopy: snomed('73761001', 'Colonoscopy'),
  echocardiogram: snomed('40701008', 'Echocardiography', 'Echocardiogram'),
  electrocardiogram: snomed('29303009', 'Electrocardiographic procedure', 'Electrocardiogram'),
  gastroscopy: snomed('76009000', 'Esophagogastroduodenoscopy', 'Gastroscopy'),
  redCells: snomed('71493000', 'Transfusion of packed red blood cells', 'Red cell transfusion'),
} as const;

export const devices = {
  hearingAid: snomed('6012004', 'Hearing aid'),
  pacemaker: snomed('14106009', 'Cardiac pacemaker', 'Pacemaker'),
} as const;

/** An interpreter into the language that the words name. */
export const interpreterNeeded = (text: string) => snomed('315594003', 'Interpreter needed', text);

export const living = { alone: snomed('105529008', 'Lives alone') } as const;
