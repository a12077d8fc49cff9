/** A one-to-one that no senior leader approved (D3): plain, red, and what to do instead. */
export function DoNotStart({ alone, starts, home }: { alone: string; starts: string; home: string }) {
  return (
    <div class="handrail-guidance handrail-guidance--now">
      <p class="govuk-body">
        <strong>Do not start this lesson.</strong>{' '}
        {alone === '' ? 'Mend what is marked “do not start” first, or ask a senior leader.' : 'There is only one pupil, and nobody has approved that.'}
      </p>
      {alone !== '' && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${home}?page=one-to-one#pupil=${encodeURIComponent(alone)}&from=${encodeURIComponent(starts.slice(0, 'dd/MM/yyyy'.length))}`}
          >
            Ask a senior leader for approval
          </a>
          , or invite more pupils.
        </p>
      )}
    </div>
  );
}
