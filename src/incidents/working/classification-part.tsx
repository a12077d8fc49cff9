import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { useNotice } from '../../pages/small-form.tsx';
import { countsFor, OTHER_RECORDS } from '../types.ts';
import type { CasePart } from './case-part.ts';
import { ClassifyForm } from './classify-form.tsx';
import { Facts } from './facts.tsx';

/** What kind of incident it is and how serious (B3). The rules propose, a person decides. */
export function Classification({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const { classified, severity, proposed, severityWhy, types, typeTitles } = file;
  return (
    <FoldedPart id="classification" title="Type and severity" brief={classified ? `${severity} severity` : 'not set'} isOpen={!classified}>
      {notice}
      {classified && (
        <Facts
          facts={[
            ['Types', typeTitles.join(', ')],
            ['Severity', `${severity}${severityWhy && `: ${severityWhy}`}`],
            ['The rules propose', proposed.why],
            [
              'Also counted for',
              countsFor(types)
                .map((record) => OTHER_RECORDS[record])
                .join(', '),
            ],
          ]}
        />
      )}
      {file.closed === null && (
        <Fold summary={classified ? 'Change the type or the severity' : 'Set the type and the severity'} isOpen={!classified}>
          <ClassifyForm {...{ file, onDone }} />
        </Fold>
      )}
    </FoldedPart>
  );
}
