/**
 * A drug's name within a product's: to put lines side by side, never to merge them. Salts stay as
 * written: lithium carbonate and lithium citrate are not interchangeable.
 */

/** What may follow a name without being of it; longer phrases first. */
const forms = [
  '(?:oral|nasal|topical|cutaneous|rectal|vaginal|eye|ear) ' +
    '(?:solution|suspension|drops?|spray|gel|powder|ointment|liquid|lotion|cream)',
  '(?:solution|suspension|powder|emulsion|concentrate) for (?:injection|infusion)',
  '(?:modified|prolonged|extended|slow|sustained)[- ]release',
  'gastro-?resistant|enteric[- ]coated|dispersible|effervescent|soluble|chewable|orodispersible',
  'transdermal|pre-?filled|prolonged|depot|cfc free|breath actuated|sugar free',
  'tab(?:let)?s?|cap(?:sule)?s?|caplets?|lozenges?|pastilles?|granules|sachets?|powder',
  'gel|cream|ointment|lotion|foam|paste|shampoo|solution|suspension|syrup|elixir|liquid|drops?',
  'inhalers?|nebuli[sz]er|nebules?|spray|patch(?:es)?|plasters?|suppositor(?:y|ies)|enemas?',
  'pessar(?:y|ies)|implants?|injections?|infusions?|vials?|ampoules?|cartridges?|pens?',
  'syringes?|auto-?injectors?|devices?|m/r|mr|e/c|ec|xl|sr|la',
].join('|');
const trailingForm = new RegExp(`(?:[\\s,]+(?:${forms}))+[\\s.,]*$`, 'iu');

/** "Warfarin", of "Warfarin 1mg tablets"; the whole title where no name is left of it. */
export function drugName(title: string): string {
  const name = title
    .split(/\s+[/+]\s+/)
    .map(nameOfPart)
    .filter((part) => part !== '')
    .join(' / ');
  return name === '' ? title.trim() : name;
}

/** Up to the strength, or to what stands in brackets. Digits within a name (B12) are of it. */
function nameOfPart(part: string, at: number): string {
  const words = part.trim();
  if (at > 0 && /^\d/.test(words)) return '';
  const [name = ''] = words.split(/\s+(?=[(\d[])/u);
  return name.replace(trailingForm, '').replace(/[\s,:;-]+$/u, '');
}

const keys = new Map<string, string>();

/** The same for every product of one drug, or of one combination of drugs. */
export function drugKey(title: string): string {
  const known = keys.get(title);
  if (known !== undefined) return known;
  const parts = drugName(title.normalize('NFKC'))
    .toLowerCase()
    .split(/\s*\/\s*/);
  const key = parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .sort()
    .join(' / ');
  if (keys.size > 5000) keys.clear();
  keys.set(title, key);
  return key;
}
