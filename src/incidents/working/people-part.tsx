import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { useNotice } from '../../pages/small-form.tsx';
import type { CasePerson } from './case-file.ts';
import type { CasePart } from './case-part.ts';
import { PeopleForm } from './people-form.tsx';
import { ROLE_WORDS } from './role-words.ts';

/** Who is in it, in which role, and whether they are in other cases. */
export function People({ file, address, reload }: CasePart & { address: string }) {
  const [notice, onDone] = useNotice(reload);
  return (
    <FoldedPart id="people" title="People" brief={String(file.people.length)} isOpen>
      {notice}
      {file.people.length === 0 && <p class="govuk-body">Nobody is named.</p>}
      <ul class="handrail-lines">
        {file.people.map((person) => (
          <li key={`${person.email} ${person.name}`}>
            <PersonLine {...{ person, address }} />
          </li>
        ))}
      </ul>
      {file.closed === null && (
        <Fold summary="Add or correct people">
          <PeopleForm {...{ file, onDone }} />
        </Fold>
      )}
    </FoldedPart>
  );
}

function PersonLine({ person, address }: { person: CasePerson; address: string }) {
  const { name, className, kind, year, role, sex, mayBe, email, otherCases } = person;
  const facts = [className, year === null || className !== '' ? '' : year === 0 ? 'Reception' : `year ${year}`, kind || 'not on the list of people', sex];
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{name}</strong>: {ROLE_WORDS[role]}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-1">{facts.filter((fact) => fact !== '').join(', ')}</p>
      {mayBe.length > 0 && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          May be {mayBe.join(' or ')}. Until somebody has looked into it, they cannot open this case either. Choose the person from the list, or say that it is
          somebody else.
        </p>
      )}
      {email !== '' && otherCases > 0 && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <a class="govuk-link" href={`${address}?page=chronology#person=${encodeURIComponent(email)}`}>
            {otherCases === 1 ? 'One other case' : `${otherCases} other cases`}
            <span class="govuk-visually-hidden">
              {' '}
              {otherCases === 1 ? 'that names' : 'that name'} {name}
            </span>
          </a>
        </p>
      )}
    </>
  );
}
