import { SOURCES } from './protocols/sources.ts';
import type { CaseType } from './types.ts';

/** Money, tricks and advertising (rule 6). */
export const COMMERCE_TYPES: readonly CaseType[] = [
  {
    ...{ id: 'gambling', title: 'Gambling', category: 'commerce', alsoUnder: ['conduct', 'content'], usually: 'medium' },
    words: ['betting', 'bet', 'loot box', 'casino', 'skins'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'phishing', title: 'Phishing', category: 'commerce', alsoUnder: ['data'], usually: 'medium' },
    refer: ['technical'],
    words: ['fake email', 'link', 'password', 'click', 'spam', 'smishing'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'scam', title: 'Scam or fraud', category: 'commerce', alsoUnder: ['contact'], usually: 'medium' },
    words: ['money', 'fraud', 'cheat', 'payment', 'gift card', 'fake shop', 'bank'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'advertising', title: 'Unsuitable advertising', category: 'commerce', alsoUnder: ['content'], usually: 'low' },
    words: ['advert', 'influencer', 'vape', 'junk food', 'diet'],
    source: SOURCES.fourCs,
  },
  {
    ...{ id: 'spending', title: 'Buying or spending online', category: 'commerce', usually: 'low' },
    words: ['in-app', 'purchase', 'shopping', 'robux', 'v-bucks', 'credit card', 'auction'],
    source: SOURCES.fourCs,
  },
];

/** BC appendix 2: loss of confidential data; BF: what must be reported to the headteacher. */
export const DATA_TYPES: readonly CaseType[] = [
  {
    ...{ id: 'device-lost', title: 'Lost or stolen device', category: 'data', usually: 'medium' },
    refer: ['technical'],
    words: ['laptop', 'tablet', 'phone', 'memory stick', 'usb', 'ipad', 'chromebook', 'theft', 'stolen', 'lost'],
    source: SOURCES.bfReporting,
  },
  {
    ...{ id: 'data-breach', title: 'Personal data lost, sent or shown to the wrong person', category: 'data', usually: 'high' },
    words: ['breach', 'gdpr', 'wrong person', 'email sent', 'bcc', 'spreadsheet', 'confidential', 'paper'],
    source: SOURCES.dataLoss,
  },
  {
    ...{ id: 'data-careless', title: 'Personal data handled carelessly', category: 'data', usually: 'medium' },
    words: ['insecure', 'unencrypted', 'home computer', 'printed', 'careless', 'memory stick', 'data protection act'],
    source: SOURCES.rkStaff,
  },
  {
    ...{ id: 'password-lost', title: 'Password, PIN or token lost or known to others', category: 'data', alsoUnder: ['conduct'], usually: 'medium' },
    refer: ['technical'],
    words: ['secureid', 'pin', 'token', 'login', 'compromised', 'remote access'],
    source: SOURCES.bfReporting,
  },
  {
    ...{ id: 'virus', title: 'Virus or other harmful software', category: 'data', usually: 'medium' },
    refer: ['technical'],
    words: ['malware', 'ransomware', 'trojan', 'infected', 'worm'],
    source: SOURCES.bfReporting,
  },
  {
    ...{ id: 'security-attempt', title: 'Break-in to systems, or an attempt', category: 'data', usually: 'medium' },
    refer: ['technical'],
    words: ['security breach', 'attempt', 'hacked', 'intruder', 'unsolicited'],
    source: SOURCES.bfReporting,
  },
];

export const FILTERING_TYPES: readonly CaseType[] = [
  {
    ...{ id: 'filter-let-through', title: 'The filter let something through', category: 'filtering', alsoUnder: ['content'], usually: 'medium' },
    refer: ['technical'],
    words: ['filter', 'not blocked', 'got through', 'website'],
    source: SOURCES.filteringDuty,
  },
  {
    ...{ id: 'filter-overblocks', title: 'The filter blocks what is needed', category: 'filtering', usually: 'low' },
    refer: ['technical'],
    words: ['blocked', 'unblock', 'over-blocking', 'cannot open'],
    source: SOURCES.filteringDuty,
  },
  {
    ...{ id: 'monitoring-alert', title: 'Alert from the monitoring system', category: 'filtering', alsoUnder: ['content', 'conduct'], usually: 'medium' },
    words: ['monitoring', 'alert', 'senso', 'flag', 'captured'],
    source: SOURCES.filteringDuty,
  },
  {
    ...{ id: 'monitoring-failure', title: 'Filtering or monitoring does not work', category: 'filtering', usually: 'high' },
    refer: ['technical'],
    words: ['down', 'off', 'outage', 'no filter', 'failure'],
    source: SOURCES.filteringDuty,
  },
];
