import { useState } from 'preact/hooks';
import { Radios } from '../../pages/inputs.tsx';
import { Warning } from '../../pages/warning.tsx';
import type { MeetProfile } from '../meet/space.ts';
import { FOR_TECHNICIAN, type LessonPart, SettingForm } from './settings-part.tsx';

const LEFT_TO_TEACHER = 'teacher';

/** How "make safe" sets every lesson's Meet (D2). */
export function MeetPart({ page, onDone }: LessonPart) {
  const [profile, setProfile] = useState<MeetProfile>(page.settings.profile);
  const change = (part: Partial<MeetProfile>) => setProfile((current) => ({ ...current, ...part }));
  return (
    <>
      <p class="govuk-body">“Make safe” sets a lesson’s Meet so in one press. It also turns host controls on and lets only hosts share their screen.</p>
      <SettingForm {...{ page, onDone, wanted: { setting: 'profile', ...profile } }} said={`How a Meet is made safe is set. ${FOR_TECHNICIAN}`}>
        {(form) => (
          <>
            <Radios
              id={form.idOf('accessType')}
              label="Who comes in without knocking?"
              value={profile.accessType}
              options={[
                { value: 'RESTRICTED', text: 'Only people who are invited', hint: 'Others may knock, and a host lets them in or not. Start with this.' },
                { value: 'TRUSTED', text: 'Everybody with a school account', hint: 'For classes that join from a link and are not invited one by one.' },
              ]}
              onInput={(value) => change({ accessType: value as MeetProfile['accessType'] })}
            />
            {profile.accessType === 'TRUSTED' && (
              <Warning role="status">Invited people from outside the school and everybody who dials in by telephone come in without knocking too.</Warning>
            )}
            <Radios
              id={form.idOf('chat')}
              label="Who may write in the chat?"
              value={profile.chat}
              options={[
                { value: 'HOSTS_ONLY', text: 'Hosts only' },
                { value: 'NO_RESTRICTION', text: 'Everybody in the call', hint: 'Pupils then write to each other, also when no adult looks.' },
              ]}
              onInput={(value) => change({ chat: value as MeetProfile['chat'] })}
            />
            <Radios
              id={form.idOf('recording')}
              label="Does Meet record by itself?"
              hint="Whoever is recorded must know. Recordings lie in the organiser’s Drive."
              value={profile.recording ?? LEFT_TO_TEACHER}
              options={[
                { value: 'OFF', text: 'No' },
                { value: 'ON', text: 'Yes, every lesson' },
                { value: LEFT_TO_TEACHER, text: 'The teacher decides', hint: '“Make safe” leaves it as it is.' },
              ]}
              onInput={(value) => change({ recording: value === LEFT_TO_TEACHER ? null : (value as 'ON' | 'OFF') })}
            />
            <Radios
              id={form.idOf('attendance')}
              label="Does Meet write down who was there?"
              hint="Not every edition of Google can: Education Fundamentals cannot."
              value={profile.attendance ? 'yes' : 'no'}
              options={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No', hint: 'Teachers are asked to note it themselves.' },
              ]}
              onInput={(value) => change({ attendance: value === 'yes' })}
            />
          </>
        )}
      </SettingForm>
    </>
  );
}
