/** What the users of the stories are there to show; one without a line is an ordinary clinician. */
export const userStories: Readonly<Record<string, string>> = {
  'sam-patel': 'A clinician with a national role code: the ordinary way in.',
  'rita-shaw': 'A receptionist. Refused: the Care Summary is for clinicians.',
  'sam-whitfield': 'Open the record of Dr Sam Whitfield: it is their own.',
  'priti-rao': 'A locum on her first day: the terms of use come first.',
  'lucy-marsh': 'Two jobs at two organisations. Where none is chosen here, the app asks.',
  'amina-mensah': 'Her hospital has a role code of its own, mapped to a national one.',
  'jo-lindqvist': 'Reconciles medicines. Someone else may have asked for permission earlier.',
  'ben-carver': 'A nurse: permission to view, or break glass, like any clinician.',
  'grace-okafor-sister': 'Shares name and birth date with a patient, and is not her.',
  'kit-doyle': 'A privacy officer: sees the review feed, not the record.',
  'tom-ellery': 'Accepted earlier terms: the new ones may be put off for two weeks.',
  'ola-berg': 'A student: clinical here, because the hospital’s policy says so.',
  'leo-hart': 'A social worker: clinical here, because the hospital’s policy says so.',
  'hana-novak': 'A nurse by her SNOMED CT occupation, without a national role code.',
  'noor-aziz': 'A job that no list knows. Refused, whatever its words say.',
  'ivor-penn': 'The system does not say what his job is. Refused.',
};
