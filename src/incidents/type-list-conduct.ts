import { SOURCES } from './protocols/sources.ts';
import type { CaseType } from './types.ts';

/** What somebody does (rule 6; BC appendix 2: inappropriate conduct; rows of RK's and GL's grids). */
export const CONDUCT_TYPES: readonly CaseType[] = [
  {
    ...{ id: 'nudes', title: 'Nudes or semi-nudes of a child', category: 'conduct', images: true, urgent: true, usually: 'high' },
    words: ['nude', 'naked', 'sexting', 'sext', 'selfie', 'intimate', 'image', 'photo', 'topless', 'underwear'],
    source: SOURCES.nudes,
  },
  {
    ...{ id: 'ai-images', title: 'Sexual images of a child made with AI', category: 'conduct', images: true, urgent: true, usually: 'high' },
    refer: ['police', 'iwf'],
    words: ['deepfake', 'fake nude', 'nudify', 'artificial intelligence', 'generated', 'edited photo'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'upskirting', title: 'Upskirting', category: 'conduct', images: true, urgent: true, usually: 'high' },
    refer: ['police'],
    words: ['photo under clothing', 'skirt', 'changing room', 'toilet'],
    source: SOURCES.smNudes,
  },
  {
    ...{ id: 'photo-without-consent', title: 'Photographs or recordings without permission', category: 'conduct', usually: 'medium' },
    words: ['photo', 'video', 'filmed', 'recorded', 'camera', 'posted', 'consent', 'live stream'],
    source: SOURCES.rkResponse,
  },
  {
    ...{
      id: 'offensive-message',
      title: 'Offensive or harassing message sent',
      category: 'conduct',
      alsoUnder: ['contact'],
      countsFor: ['bullying'],
      usually: 'medium',
    },
    words: ['swearing', 'email', 'text', 'tweet', 'post', 'rude', 'insult', 'harassment'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'social-media-breach', title: 'A post that breaks the school’s rules for social networks', category: 'conduct', usually: 'low' },
    words: ['facebook', 'instagram', 'tiktok', 'post', 'staff post', 'guidelines', 'professional standing'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'email-internet-misuse', title: 'Work or school e-mail or internet used wrongly', category: 'conduct', usually: 'low' },
    words: ['personal use', 'excessive', 'auction', 'shopping', 'private business', 'unauthorised'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'social-media-use', title: 'Social networks, messaging or private e-mail used without permission', category: 'conduct', usually: 'low' },
    words: ['whatsapp', 'snapchat', 'instant messaging', 'chat', 'instagram', 'unauthorised'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'phone-misuse', title: 'Phone, watch or other own device used wrongly', category: 'conduct', usually: 'low' },
    words: ['mobile', 'smartwatch', 'wearable', 'tablet', 'confiscate', 'camera'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'account-misuse', title: 'Using somebody else’s password or account', category: 'conduct', alsoUnder: ['contact', 'data'], usually: 'medium' },
    refer: ['technical'],
    words: ['login', 'logged in as', 'hacked', 'another pupil', 'staff account', 'password'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'password-shared', title: 'Password or login given to others', category: 'conduct', alsoUnder: ['contact', 'data'], usually: 'low' },
    refer: ['technical'],
    words: ['share password', 'username', 'login', 'let others'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'hacking', title: 'Breaking into or disrupting systems', category: 'conduct', alsoUnder: ['data'], usually: 'high' },
    refer: ['police', 'technical'],
    words: ['hack', 'computer misuse', 'denial of service', 'ddos', 'network', 'security rules'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'filter-bypass', title: 'Going round the filter (proxy, VPN)', category: 'conduct', alsoUnder: ['filtering'], usually: 'medium' },
    refer: ['technical'],
    words: ['proxy', 'vpn', 'bypass', 'subvert', 'tor', 'unblocked'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'unauthorised-files', title: 'Files downloaded or uploaded without permission', category: 'conduct', usually: 'low' },
    words: ['download', 'upload', 'install', 'software', 'file sharing', 'torrent'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'data-destroyed', title: 'Other people’s work or equipment damaged', category: 'conduct', alsoUnder: ['data'], usually: 'medium' },
    refer: ['technical'],
    words: ['delete', 'corrupt', 'destroy', 'damage', 'vandalise', 'hardware'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'copyright', title: 'Copyright or licences broken', category: 'conduct', usually: 'low' },
    words: ['music', 'film', 'pirate', 'licence', 'plagiarism', 'copy'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'disrepute', title: 'The school brought into disrepute', category: 'conduct', usually: 'medium' },
    words: ['reputation', 'ethos', 'school name', 'video of school', 'uniform'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'continued', title: 'Rules broken again after a warning', category: 'conduct', usually: 'medium' },
    words: ['repeat', 'again', 'continued', 'warning', 'persistent'],
    source: SOURCES.rkPupils,
  },
  {
    ...{ id: 'well-being', title: 'Too much time online, body image, health', category: 'conduct', usually: 'medium' },
    words: ['screen time', 'sleep', 'gaming', 'addiction', 'body image', 'tired', 'mental health'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'reputation', title: 'Own digital footprint and reputation', category: 'conduct', usually: 'low' },
    words: ['footprint', 'post', 'profile', 'online reputation'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'self-harm-risk', title: 'A person may harm themselves', category: 'conduct', urgent: true, usually: 'high' },
    refer: ['social care', 'health'],
    words: ['suicide', 'suicidal', 'self harm', 'cutting', 'overdose', 'want to die'],
    source: SOURCES.bcProtocol,
  },
  {
    ...{ id: 'ai-misuse', title: 'Generative AI used wrongly', category: 'conduct', alsoUnder: ['content'], usually: 'low' },
    words: ['chatgpt', 'artificial intelligence', 'cheating', 'homework', 'gemini', 'generated'],
    source: SOURCES.fourCs,
  },
];
