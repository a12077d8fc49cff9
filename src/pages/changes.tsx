/** The latest change of each part of a page's settings: who, when and why. */
export function Changes({
  changes,
  words,
}: {
  /** Newest first. */
  changes: readonly { setting: string; who: string; at: string; why: string }[];
  /** What each part is called on the page. */
  words: Readonly<Record<string, string>>;
}) {
  if (changes.length === 0) return <p class="govuk-body">Nothing has been changed yet: everything is as it comes.</p>;
  return (
    <ul class="handrail-lines">
      {changes.map(({ setting, who, at, why }) => (
        <li key={setting}>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{words[setting] ?? setting}</strong>: {who}, {at}
          </p>
          <p class="govuk-body-s govuk-!-margin-bottom-0 handrail-said">{why}</p>
        </li>
      ))}
    </ul>
  );
}
