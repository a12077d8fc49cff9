/** Scams: passwords, prizes, gift cards, borrowed accounts, quick profits, codes, fees, and those who fell for one. */
import { rulesFor } from './make.ts';
import { denied } from './negated.ts';
import { mostlyOfALesson, ofAwareness } from './occasions.ts';

const EARNEST = [ofAwareness, mostlyOfALesson];
const SCHOOL =
  '(parentpay|arbor|sims|consent form|school trip|reading prize|raffle|bake sale|tombola|charity|library|class charts|satchel|it helpdesk|it support|reception|in assembly|book token|merit|house points)';

/** Somebody warns of a scam, or asks whether it is one. */
const WARNING =
  '(is fake|are fake|phishing|do not click|never click|never ask|will never|did not click|not click|pressed report|reported it|should i|do i|is it real|is this real|strangers|spam filter|made up|hoax|scams)';

export const SCAM = rulesFor(
  'scam',
  [],
  [
    {
      id: 'credentials',
      severity: 2,
      alone: true,
      about: 'Passwords or details are fished for under pressure.',
      says: [
        '(verify|confirm|update|validate|revalidate|re validate|log in|login|sign in|enter|submit|unlock|reactivate|restore|provide|secure) ~5 (password|account|details|bank|mailbox|card|login|identity|pin|payment|email|username|information) ~~9 (link|suspended|closed|deleted|locked|hours|within|immediately|urgent|expire|expires|lose|claim|receive|refund|or)',
        '(account|mailbox|profile|card|access|storage|inbox|payment|exam entrance|entry) ~5 (suspended|deactivated|disabled|locked|closed|deleted|terminated|restricted|limited|full|expired|blocked|compromised|cancelled) ~~9 (verify|confirm|validate|revalidate|re validate|log in|login|sign in|click|link|password|pay)',
        '(click|tap|press|follow|use|open|go to|visit) ~3 (link|here|below) ~~9 (password|bank|card details|account|claim|verify|login|log in|details|prize|refund|reward|username)',
        '(password|username|bank details|card details|card number|pin|login|log in) ~~6 link',
        'link ~~6 (password|username|bank details|card details|login details|card number|verify|verify your)',
      ],
      butNot: [SCHOOL, WARNING],
      weigh: EARNEST,
      finds: [
        'We have disabled your profile. Profile blocked: log in to restore it: http://portal.example.org/a',
        'Confirm your card within six hours or the payment will expire',
      ],
      leaves: [
        'Please confirm your email on Arbor within the week',
        'Assembly: how to spot a link that asks for your password',
        'Your library password will expire, change it in the library',
      ],
    },
    {
      id: 'prize',
      severity: 2,
      alone: true,
      about: 'Something is won or free, for a click, details or a fee.',
      says: [
        '(won|win|winner|selected|chosen|been picked|was picked|was chosen|congratulations|congrats|free|claim|lucky|giveaway|eligible) ~8 (gift card|prize|robux|v bucks|vbucks|iphone|voucher|pounds|coins|gems|skins|giveaway|ambassador|ambassadors|brand ambassador|ps5|playstation|laptop|cash|diamonds|points|reward|nitro|airpods) ~~9 (click|claim|link|details|shipping|postage|login|log in|password|card|enter|bank|pay|before|survey|left|delivery|fee|hurry|midnight|send)',
        '(free|unlimited) ~2 (robux|v bucks|vbucks|gems|coins|skins|nitro|diamonds|minecoins|followers) ~~9 (link|log in|login|password|survey|username|click)',
      ],
      butNot: [SCHOOL, WARNING],
      weigh: EARNEST,
      finds: ['You were chosen for a free phone giveaway, enter your card', 'unlimited gems with no catch, only your username'],
      leaves: ['The lucky winner of the raffle gets a voucher, collect before lunch', 'The winner of the cake stall gets a voucher, enter in the library'],
    },
    {
      id: 'gift-cards',
      severity: 2,
      alone: true,
      about: 'Gift cards or their codes are asked for.',
      says: [
        '(buy|get|pick up|purchase|need|send|pay|paid|pay in|grab) ~6 (gift cards|gift card|giftcards|giftcard|itunes cards|steam cards|steam card|google play cards|vouchers) ~~9 (code|codes|scratch|back|backs|photo|photos|picture|pictures|urgent|urgently|confidential|discreetly|meeting|asap|reimburse|today|or|midnight)',
        '(code|codes) (on|from|off) the (back|card|cards|gift card|gift cards)',
        '(are you|you) ~1 (available|free|at your desk|around|there) ~~6 (meeting|favour|task|gift cards|urgent|confidential|discreet)',
        '(stuck|tied up|am) in (a|back to back)? (meeting|meetings|conference) ~~9 (gift|favour|cards|urgent|discreet|confidential|purchase|buy|transfer|payment)',
      ],
      weigh: EARNEST,
      finds: [
        'please purchase steam cards today and read the numbers to me, urgent',
        "I'm in a meeting, can you do me an urgent favour and keep it confidential",
      ],
      leaves: ['We are buying a gift card for her birthday, put your photo in the card too'],
    },
    {
      id: 'mule',
      severity: 2,
      alone: true,
      about: 'A bank account or card is to be borrowed, money moved.',
      says: [
        '(use|uses|using|used|borrow|borrows|need|needs|lend|rent|through|put it through|put money in|into|let|access to|with) ~3 (your|ur|a|my|her|his|someones) (empty)? (bank account|bank card|account|card|debit card|monzo|revolut|bank app|bank card app|cashapp|paypal) ~~9 (50|100|200|300|500|pounds|quid|cut|money|day|days|keep|half|paid|easy|grand|frozen|back|percent|questions|week|pin)',
        '(move|moving|transfer|send|sent|put|clear|clean|wash|pass) ~2 (money|cash|funds|payment|grand|it|some|p) ~4 (through|thru|into|in) (your|my|his|her|a|ur) (account|bank|card|accounts)',
        '(bank card|bank account|empty account|debit card|card and pin|card and the pin) ~~8 (keep|cut|pounds|quid|fifty|day|borrow|easy|paid|pin)',
      ],
      butNot: [SCHOOL, '(mum said use my card|lunch account|train ticket|bus)'],
      weigh: [...EARNEST, denied],
      finds: ['can i put some money thru your account, you keep 50', 'need someone with a bank card for a day, you get paid'],
      leaves: ['Can I use my lunch account to pay for the trip', 'How money mules are recruited, PSHE lesson'],
    },
    {
      id: 'profit',
      severity: 1,
      about: 'Quick profits, betting, a system that cannot lose.',
      says: [
        '(put|invest|give|send|start with|stick|chuck|deposit) ~3 (10|20|30|40|50|100|200|500|pounds|money|a tenner|fiver|a score) ~8 (get|back|turn|flip|flips|double|doubles|triple|sunday|becomes|into|week|tomorrow|return|profit)',
        '(double|triple|flip|flips|10x|quick flip|turn) (your|my|it|20|50|100|money) ~4',
        '(guaranteed|risk free|no risk|can not lose|cannot lose|passive|easy) (profit|profits|income|returns|return|win|wins|money|bet|tip|tips)',
        '(crypto|bitcoin|forex|trading|trader|nft|investment|pyramid|downline|mentor|signals|drop shipping|casino|slots|betting|bet|bets|odds|accumulator|gamble|gambling|skins site|case opening|roulette) ~5',
        '(earn|make) ~4 (from home|a day|a week|per day|an hour|online|on your phone|just by|no experience)',
        '(already|mate|man|cousin|brother|uncle|everyone) ~3 (got|made|gets|makes|earned) (mine|his|theirs|it|paid|loads|bare|money|400|500|1000) ~2 (back|already|doing|from|just)?',
      ],
      weigh: EARNEST,
      finds: ['invest a tenner and you get double back', 'guaranteed profit, ask my mentor'],
      leaves: ['Put 20 in the table and turn the ratio into a percentage for the maths homework worksheet'],
    },
    {
      id: 'codes-and-logins',
      severity: 2,
      about: 'A code or a login is asked for.',
      says: [
        '(send|tell|give|read|forward|gimme|need|drop) ~3 (the|that|your|me the|6 digit|six digit|verification) ~1 (code|codes|otp|pin)',
        '(code|text|number) ~3 (coming to|sent to|come to|comes to|come through|going to) (your|you)',
        '(lend|give|send|share|tell|need|borrow|type|put|want|can i have|let me have) ~3 (your|ur|you) ~1 (login|log in|password|passcode|account|email and password|username|pin|lunch number|details|face id)',
        '(lost|hacked|locked out of|stolen|took over|taken over|banned|cloned) ~1 (my|his|her|your|the|our) (account|insta|instagram|snap|snapchat|profile|roblox|fortnite|email|tiktok)',
        '(pay|send|paying|owe|outstanding) ~4 (fee|fees|release fee|shipping|postage|delivery|customs|fine|deposit|admin fee|processing|unlock) ~~9',
        '(refund|rebate|unpaid|overdue|parcel|delivery|package|toll|parking fine|tax|hmrc|royal mail|tv licence|customs) ~~8 (card details|bank|link|click|pay|fee|details)',
        '(is this you|is that you|look what i found|who did this|look at this video|seen this video|this is you) ~3 link',
        '(new number|changed my number|lost my phone|broke my phone|phone broke|dropped my phone) ~~9 (transfer|money|pay|send|pounds|bank|quid)',
      ],
      butNot: [
        '(question|worksheet|kahoot|quizlet|wifi code|locker code|door code|dress code|qr|classroom code|class code|python|java|scratch|highway code|post code|postcode|morse|blooket|join code|zoom)',
      ],
      weigh: EARNEST,
      finds: ['read me the verification code', 'give me your login and ill get you skins', 'pay the release fee in 2 hours or you lose it'],
      leaves: ['the kahoot code is on the board, send the code to Amir'],
    },
    {
      id: 'fell-for-it',
      severity: 2,
      about: 'Somebody fell for a scam, or spent what was not theirs.',
      says: [
        '(gave|entered|typed|told|sent|put|clicked|paid) (them|him|her|it|the|my|in|in my|on the|on a|dads|mums|dad|mum|some|someone|this) ~4 (code|card|details|password|money|number|link|fee|account|pounds|bank)',
        '(money|savings|birthday money|account|pocket money|coins|skins) ~2 (has|is|are|have|was|all) (gone|disappeared|taken|stolen|empty|vanished|been taken|been stolen)',
        '(used|took|taken|use|stole|put) (my|her|his|the)? ~1 (dad|mum|dads|mums|nan|nans|parents|mother|father|grandma) ~1 (card|bank card|money|details|account|purse|phone)',
        '(scam|scammed|scammer|scammers|conned|ripped off|tricked|fraud|phishing|fake website|catfish|catfished) ~4',
        '(they|he|it|she|someone) (want|wants|asking for|asks for|asked for|keeps asking for|demanding|demand) ~2 (more)? (money|pounds|gift cards|card|bank|payment|bitcoin|200|100|500)',
        '(lost|spent|owe|owes|won) ~3 (bet|betting|gambling|skins|roulette|slots|loot boxes|packs|robux|on the app|on an app|on a site|on the game|casino)',
      ],
      weigh: [...EARNEST, denied],
      finds: ['i typed in my mums card details and the money is gone', 'i think i got scammed'],
      leaves: ['A leaflet about how scammers work', 'I put the number in the table of the worksheet for maths homework'],
    },
  ],
);
