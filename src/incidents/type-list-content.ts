import { SOURCES } from './protocols/sources.ts';
import type { CaseType } from './types.ts';

/** What somebody sees, reads or makes (rule 6; BC appendix 2: unsuitable content; rows of RK's and GL's grids). */
export const CONTENT_TYPES: readonly CaseType[] = [
  {
    ...{ id: 'abuse-images', title: 'Child sexual abuse images', category: 'content', images: true, urgent: true, usually: 'high' },
    refer: ['police', 'iwf'],
    words: ['indecent', 'illegal', 'csam', 'child abuse', 'iwf'],
    source: SOURCES.illegalOnline,
  },
  {
    ...{ id: 'illegal-material', title: 'Other material that may be illegal', category: 'content', urgent: true, usually: 'high' },
    refer: ['police'],
    words: ['criminal', 'obscene', 'extreme', 'weapons', 'deliberately', 'download'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'pornography', title: 'Pornography or adult material, on purpose', category: 'content', usually: 'medium' },
    refer: ['technical'],
    words: ['porn', 'sexual', 'sex', 'deliberately', 'offensive'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'accidental-content', title: 'Upsetting or unsuitable material, by accident', category: 'content', usually: 'low' },
    refer: ['technical'],
    words: ['accident', 'porn', 'pop-up', 'popup', 'search result', 'gore', 'advert'],
    source: SOURCES.smButton,
  },
  {
    ...{ id: 'not-reported', title: 'Unsuitable material seen by accident and not reported', category: 'content', usually: 'low' },
    words: ['failing to report', 'accident', 'kept quiet'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'safety-button', title: 'Safety button pressed', category: 'content', usually: 'low' },
    words: ['hector', 'big red button', 'screen covered', 'dolphin'],
    source: SOURCES.smButton,
  },
  {
    ...{ id: 'violent-content', title: 'Violent or frightening material', category: 'content', usually: 'medium' },
    words: ['gore', 'fight video', 'violence', 'horror', 'weapon'],
    source: SOURCES.fourCs,
  },
  {
    ...{
      id: 'extremism',
      title: 'Extremist or terrorist material, radicalisation',
      category: 'content',
      alsoUnder: ['contact'],
      urgent: true,
      usually: 'high',
    },
    refer: ['prevent', 'police', 'technical'],
    words: ['radicalise', 'radicalisation', 'terrorism', 'prevent', 'channel', 'extreme'],
    source: SOURCES.prevent,
  },
  {
    ...{
      id: 'hate-material',
      title: 'Racist or other hateful material',
      category: 'content',
      alsoUnder: ['conduct'],
      countsFor: ['prejudice'],
      usually: 'medium',
    },
    words: ['racism', 'racist', 'hate', 'homophobic', 'misogyny', 'antisemitism', 'islamophobia', 'discrimination'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'self-harm-content', title: 'Self-harm, suicide or eating-disorder material', category: 'content', urgent: true, usually: 'high' },
    refer: ['health'],
    words: ['suicide', 'self harm', 'anorexia', 'eating disorder', 'cutting', 'pro-ana'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'misinformation', title: 'Misinformation or disinformation', category: 'content', usually: 'low' },
    words: ['fake news', 'false', 'deepfake', 'disinformation', 'hoax'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'conspiracy', title: 'Conspiracy theories', category: 'content', usually: 'low' },
    words: ['conspiracy', 'theory', 'rabbit hole'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'age-restricted', title: 'Games, apps or films for an older age', category: 'content', alsoUnder: ['conduct'], usually: 'low' },
    words: ['under age', 'underage', 'rating', 'game', 'tiktok', 'snapchat', 'age limit'],
    source: SOURCES.rkResponse,
  },
  {
    ...{ id: 'non-educational', title: 'Sites that have nothing to do with the lesson', category: 'content', alsoUnder: ['conduct'], usually: 'low' },
    words: ['games', 'youtube', 'off task', 'non-educational', 'unauthorised', 'personal use'],
    source: SOURCES.rkPupils,
  },
];
