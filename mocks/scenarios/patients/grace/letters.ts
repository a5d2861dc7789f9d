/** The hospital's letters about Grace Okafor, in the formats its systems write. Invented throughout. */
import type { FhirResource } from 'fhir/r4';
import { letter, letterTypes } from '../../build/documents.ts';
import type { Writer } from '../../build/writer.ts';

const graceDischargeSummary: readonly string[] = [
  'DISCHARGE SUMMARY, ACUTE GENERAL MEDICINE',
  'Oxford University Hospitals',
  '',
  'Patient: Grace OKAFOR   Born 14-Jul-1945   NHS No. 999 000 0018',
  'Admitted 07-Nov-2026. Discharged home 12-Nov-2026.',
  '',
  'Diagnoses',
  '1. Upper gastrointestinal bleed while taking warfarin (INR 5.8 on arrival)',
  '2. Acute kidney injury, stage 1, on chronic kidney disease stage 3b',
  '3. Atrial fibrillation. Heart failure',
  '',
  'Allergy: PENICILLIN, anaphylaxis 1998.',
  '',
  'What happened',
  'Black stools for two days. Haemoglobin 84 g/L; two units of red cells given.',
  'Vitamin K given. Endoscopy showed a small gastric ulcer, not bleeding, clean base.',
  '',
  'Medicines changed',
  'STOPPED  Warfarin: gastrointestinal bleed',
  'STARTED  Apixaban 2.5 mg twice daily from 11-Nov-2026',
  'REDUCED  Bisoprolol to 2.5 mg daily: resting pulse 48',
  'STOPPED  Ramipril: acute kidney injury. Do not restart before the clinic on 09-Dec-2026',
  'STARTED  Omeprazole 20 mg daily',
  '',
  'For the GP: please remove warfarin from the repeat list, repeat kidney function in one',
  'week, and add the penicillin allergy to your record.',
  '',
  '',
  'Results',
  'Haemoglobin 84 g/L on arrival, 97 g/L on 12-Nov-2026.',
  'eGFR 31 on arrival, 41 on 12-Nov-2026; 46 was the last value before.',
  'INR 5.8 on arrival, 1.2 on 09-Nov-2026.',
  '',
  'What Mrs Okafor was told',
  'Warfarin is finished and must not be taken again. The yellow book was taken in.',
  'Apixaban thins the blood in its place: one tablet in the morning, one in the evening.',
  'Black stools, fainting or a fall with a blow to the head: call 999.',
  'No ibuprofen, and no other tablets for pain than paracetamol.',
  '',
  'Follow-up',
  'Heart failure specialist nurse, 09-Dec-2026 at 09:30.',
  'Endoscopy is not repeated unless black stools return.',
  'Blood count with the kidney function in one week, at the practice.',
  '',
  'Dr Ines Moreau, consultant, acute general medicine',
];

const draftSummary: readonly string[] = [
  'DISCHARGE SUMMARY, ACUTE GENERAL MEDICINE',
  'Oxford University Hospitals',
  '',
  'Draft written at 10:05 on the ward round. Replaced by the letter of the same afternoon.',
  'Ramipril: to be decided after the next kidney function.',
];

const clinicNote: readonly string[] = [
  'Anticoagulation clinic, telephone note',
  'Oxford University Hospitals',
  'Rang Mrs Okafor on 20-Nov-2026: she takes apixaban twice a day & has had no bleeding.',
  'She still has warfarin at home. Asked her to return it to the pharmacy. Weight < 60 kg: to check.',
  'Not yet read by the consultant.',
];

const graceClinicLetter: readonly string[] = [
  'Heart failure clinic',
  'Oxford University Hospitals',
  '',
  'Grace OKAFOR   Born 14-Jul-1945   NHS No. 999 000 0018',
  'Seen 18-Jun-2025',
  '',
  'Dear Dr Patel,',
  '',
  'Thank you for referring Mrs Okafor, who has been short of breath on hills since the',
  'spring. Her ankles swell by evening. The echocardiogram shows mildly impaired left',
  'ventricular function. The diagnosis is heart failure with atrial fibrillation.',
  '',
  'She carries a penicillin allergy: anaphylaxis under anaesthetic in 1998.',
  '',
  'She will see our specialist nurse every six months. No change to medicines today.',
  '',
  'Yours sincerely,',
  'Dr Tomas Reyes, consultant cardiologist',
];

/** Newest first: each with its DocumentReference and the file it leads to. */
export function graceHospitalLetters(writer: Writer, team: string): readonly FhirResource[] {
  const summary = { type: letterTypes.dischargeSummary, by: team };
  const title = 'Discharge summary, acute general medicine';
  return [
    ...letter(writer, {
      ...{ ...summary, title, date: '2026-11-12T15:20:00+00:00' },
      ...{ lines: graceDischargeSummary, format: 'pdf' },
    }),
    ...letter(writer, {
      ...{ type: letterTypes.clinicLetter, title: 'Heart failure clinic letter' },
      ...{ date: '2025-06-20T11:00:00+01:00', by: 'Heart failure clinic' },
      ...{ lines: graceClinicLetter, format: 'pdf' },
    }),
    ...letter(writer, {
      ...{ ...summary, title, date: '2026-11-12T10:05:00+00:00', status: 'superseded' },
      lines: draftSummary,
    }),
    ...letter(writer, {
      ...{ type: letterTypes.clinicLetter, title: 'Anticoagulation clinic note' },
      ...{ date: '2026-11-20T16:40:00+00:00', by: 'Anticoagulation clinic' },
      ...{ lines: clinicNote, format: 'html', docStatus: 'preliminary' },
    }),
    ...letter(writer, {
      ...{ type: letterTypes.tracing, title: 'Electrocardiogram, scanned' },
      ...{ date: '2026-11-07T21:12:00+00:00', by: 'Emergency department' },
      ...{ lines: [], format: 'picture' },
    }),
  ];
}
