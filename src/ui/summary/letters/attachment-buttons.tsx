import { formatDate } from '../../../domain/clinical-date.ts';
import { kindSaid } from '../../../domain/summary/file-kind.ts';
import type { Attachment, ItemBase } from '../../../domain/summary/item.ts';
import { kindName, letterFileWords } from '../../wording/letter-files.ts';
import { useView } from '../view.ts';

type Props = {
  readonly item: Pick<ItemBase, 'key' | 'title' | 'date'> & {
    readonly attachments: readonly Attachment[];
  };
};

/** A button for each file of a letter or form; what is not opened here is named. Empty for none. */
export function AttachmentButtons({ item }: Props) {
  const { send } = useView();
  const { attachments, key, title, date } = item;
  if (attachments.length === 0) return null;
  const named = letterFileWords.named(title, date && formatDate(date));
  const isSeveral = attachments.length > 1;
  return (
    <ul class="files">
      {attachments.map(({ contentType }, file) => (
        <li key={file}>
          {kindSaid(contentType) === 'other' ? (
            letterFileWords.notOpened(kindName(contentType))
          ) : (
            <button
              type="button"
              class="button button--link"
              onClick={() => {
                send({ type: 'open-document', item: key, file });
              }}
            >
              {letterFileWords.open} <span class="hidden">{named}</span>
              {isSeveral && ` ${letterFileWords.fileOf(file + 1, attachments.length)}`}
              {contentType !== null && <span class="files__kind"> ({kindName(contentType)})</span>}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
