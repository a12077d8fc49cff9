import { Changes } from '../../pages/changes.tsx';
import { CopyText } from '../../pages/copy-link.tsx';
import { FoldedPart, OpenPart } from '../../pages/fold.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, WhenStale } from '../../pages/small-form.tsx';
import { MeetPart } from './meet-part.tsx';
import { NeversPart, OwnPart } from './own-part.tsx';
import { PlansPart } from './plans-part.tsx';
import { PupilsPart } from './pupils-part.tsx';
import type { LessonSettingsPage } from './read-lesson-settings.ts';
import { AuditPart, SystemsPart, WhenPart } from './when-part.tsx';

startPage(LessonSettings);

const SETTING_WORDS: Readonly<Record<string, string>> = {
  ...{ profile: 'How a Meet is made safe', approvedSystems: 'Approved systems', hours: 'Hours', mostAWeek: 'Live lessons a week' },
  ...{ auditedOn: 'Meet’s settings for the whole school', plans: 'Pupils with a plan', own: 'Considerations of your own' },
  ...{ nevers: 'What a lesson never starts with', groundRules: 'Ground rules', askForHelp: 'How to ask for help' },
};

function LessonSettings() {
  const [loaded, reload] = useLoaded(() => call('readLessonSettings', {}));
  const [notice, onDone] = useNotice(reload);
  return (
    <Page title="How live lessons are held" loaded={loaded}>
      {(page) => (
        <WhenStale.Provider value={reload}>
          {notice}
          <p class="govuk-body">Against this every live lesson is checked. Each change needs a reason, and stands in the history.</p>
          <FoldedPart id="meet" title="How a Meet is made safe" brief={profileBrief(page)}>
            <MeetPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="systems" title="Approved systems" brief={page.settings.approvedSystems.join(', ')}>
            <SystemsPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="when" title="When, and how often" brief={whenBrief(page)}>
            <WhenPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="audit" title="Meet’s settings for the whole school" brief={page.auditedOn === '' ? 'not gone through yet' : page.auditedOn}>
            <AuditPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="plans" title="Pupils with a plan" brief={String(page.plans.length)}>
            <PlansPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="own" title="Considerations of your own" brief={String(page.settings.own.length)}>
            <OwnPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="nevers" title="What a lesson never starts with" brief={String(page.settings.nevers.length + 1)}>
            <NeversPart {...{ page, onDone }} />
          </FoldedPart>
          <FoldedPart id="pupils" title="What pupils read">
            <PupilsPart {...{ page, onDone }} />
          </FoldedPart>
          <OpenPart id="technician" title="For the technician">
            <p class="govuk-body">
              The sidebar in Calendar runs as the teacher and cannot look here. What it knows of Meet, systems and hours was built into it: after a change of
              these the technician runs this line once, in the folder of Handrail.
            </p>
            <pre class="handrail-code">
              <code>{page.command}</code>
            </pre>
            <p class="govuk-body">
              <CopyText text={page.command} what="line" of="for the technician" />
            </p>
          </OpenPart>
          <FoldedPart id="changes" title="Last changes">
            <Changes changes={page.changes} words={SETTING_WORDS} />
          </FoldedPart>
        </WhenStale.Provider>
      )}
    </Page>
  );
}

function profileBrief({ settings: { profile } }: LessonSettingsPage): string {
  return profile.accessType === 'RESTRICTED' ? 'invited people come in' : 'everybody of the school comes in, and whoever dials in';
}

function whenBrief({ settings: { hours, mostAWeek } }: LessonSettingsPage): string {
  const often = mostAWeek === 0 ? 'as often as wanted' : `${mostAWeek} a week`;
  return hours === null ? `at any time, ${often}` : `${hours.from} to ${hours.to}, ${often}`;
}
