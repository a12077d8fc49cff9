import { CopyText } from '../../pages/copy-link.tsx';
import { Fold } from '../../pages/fold.tsx';
import type { ConsoleSetting } from './console-settings.ts';
import { StepsList } from './steps-list.tsx';

const KIND_WORDS: Record<ConsoleSetting['kind'], string> = {
  'content compliance': 'Content compliance',
  'objectionable content': 'Objectionable content',
  routing: 'Routing',
};

/** Settings of the admin console, ready to be pasted, with the steps of each kind. */
export function ConsolePart({ settings, steps }: { settings: readonly ConsoleSetting[]; steps: Record<ConsoleSetting['kind'], string[]> }) {
  const kinds = [...new Set(settings.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`kind-${kind.replace(' ', '-')}`}>
          <h3 class="govuk-heading-s" id={`kind-${kind.replace(' ', '-')}`}>
            {KIND_WORDS[kind]}
          </h3>
          <Fold summary="Steps in the console" isOpen={kinds.length === 1}>
            <StepsList steps={steps[kind]} />
          </Fold>
          {settings
            .filter((setting) => setting.kind === kind)
            .map((setting) => (
              <Setting key={setting.id} setting={setting} />
            ))}
        </section>
      ))}
    </>
  );
}

function Setting({ setting: { name, expressions, words } }: { setting: ConsoleSetting }) {
  return (
    <div class="govuk-!-margin-bottom-6">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{name}</strong> <CopyText text={name} what="name" of={`of ${name}`} />
      </p>
      {expressions.map((expression, index) => (
        <div key={expression}>
          <pre class="handrail-code">
            <code>{expression}</code>
          </pre>
          <CopyText text={expression} what={expressions.length === 1 ? 'expression' : `expression ${index + 1}`} of={`of ${name}`} />
        </div>
      ))}
      {words !== '' && (
        <>
          <Fold summary="The words: they are hurtful">
            <p class="govuk-body">{words}</p>
          </Fold>
          <CopyText text={words} what="words" of={`of ${name}`} />
        </>
      )}
    </div>
  );
}
