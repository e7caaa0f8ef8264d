/** Weakest to strongest. */
export const outcomes = ['admit', 'admit-with-flag', 'refer', 'refuse'] as const
export type VerdictOutcome = (typeof outcomes)[number]

/** Each rule's version: raised when its code changes, so that an old verdict names the rule that really decided it. */
export const ruleVersions = {
  'document.genuine': 2,
  'document.standing': 3,
  'document.validity': 1,
  'document.classes': 2,
  'passport.nationality': 1,
  'point.open': 2,
  'movement.told': 1,
  'arrival.counts': 1,
  'order.admits': 1,
  'order.quota': 1,
  'order.vehicle': 1,
  'person.photo': 1,
  'document.lent': 1,
  'person.child': 1,
  'person.care': 1,
  'person.referred': 1,
  'watch.listed': 1,
  'stay.days': 2,
  'stay.found-lawful': 1,
  'stay.matched': 1,
  'stay.travel': 1,
  'home.never-refused': 2,
  'care.never-refused': 1,
  'referral.decided': 1,
} as const
export type RuleId = keyof typeof ruleVersions

type Row = { readonly rule: RuleId; readonly effect: VerdictOutcome; readonly when: string }
const rows = <R extends RuleId, const T extends Record<string, readonly [VerdictOutcome, string]>>(rule: R, table: T) =>
  Object.fromEntries(Object.entries(table).map(([reason, [effect, when]]) => [reason, { rule, effect, when }])) as {
    readonly [K in keyof T]: Row & { readonly rule: R; readonly effect: T[K][0] }
  }

/** The decision table: every reason a rule can give, its effect alone, and when it is given. docs/verdict.md is written from it. */
export const verdictTable = {
  ...rows('document.genuine', {
    genuine: ['admit', 'the signature holds, also of a pass that is expired, not yet valid, revoked or suspended'],
    'number-typed': ['admit', 'a typed number that stands in our register; the officer holds the document'],
    'mrz-read': ['admit', "a passport's lines with right check digits; the officer holds the document"],
    'not-verified': ['refer', 'unknown key, unknown or stale status list, issue time ahead of the clock (amber)'],
    'not-genuine': ['refuse', 'every other red of the credential'],
  }),
  ...rows('document.standing', {
    standing: ['admit', "in force in the register, or its last day alone is over, or a partner's pass"],
    'standing-unknown': ['admit-with-flag', 'the register could not be asked'],
    'in-office-going-home': ['admit-with-flag', 'signed, by the register not handed over, on the way home'],
    'not-handed-over': ['refer', 'signed, and by the register still in the office'],
    'not-registered': ['refer', 'our key signed it, our register does not have it'],
    suspended: ['refuse', 'by the register, or by its status list'],
    revoked: ['refuse', 'by the register, or by its status list'],
    replaced: ['refuse', 'another pass took its place'],
  }),
  ...rows('document.validity', {
    valid: ['admit', 'on or before the last day'],
    expired: ['refuse', 'after the last day'],
    'not-yet-valid': ['refuse', 'before its first day'],
  }),
  ...rows('document.classes', {
    'class-accepted': ['admit', 'the host state takes this kind of document at this class of point'],
    'class-not-accepted': ['refuse', 'it does not, or the point has no class on this day'],
  }),
  ...rows('passport.nationality', {
    'nationality-admitted': ['admit', 'this nationality comes without a visa for so many days'],
    'visa-seen': ['admit', 'a visa is needed, and the officer saw it'],
    'visa-not-seen': ['refer', 'a visa is needed, and nobody said that it was seen'],
    'nationality-not-admitted': ['refuse', 'this nationality does not enter here'],
  }),
  ...rows('point.open', {
    open: ['admit', "both sides' calendars, where no order is live"],
    closed: ['refuse', 'outside the hours of a side without a live order, or no point on this day, or suspended'],
  }),
  ...rows('movement.told', { 'told-late': ['admit-with-flag', 'the record heard of it more hours after it happened than `movement.late-hours`'] }),
  ...rows('arrival.counts', { 'arrived-before': ['admit', 'the line was reached before; hours and orders are those of that minute'] }),
  ...rows('order.admits', {
    'order-admits': ['admit', 'a live order lets this person pass now'],
    'order-hours': ['refuse', 'the order lets this person pass, at other hours'],
    'order-purpose': ['refuse', 'its hours now are for other purposes'],
    'order-area': ['refuse', 'it is for passes of other areas'],
    'order-document': ['refuse', 'it is for other documents'],
    'order-nationality': ['refuse', 'it is for other nationalities'],
    'order-age': ['refuse', 'it is for other ages'],
    'order-going-home': ['refuse', 'it is for people on their way home'],
    'order-closed': ['refuse', 'it closes the point'],
  }),
  ...rows('order.quota', {
    'session-place': ['admit', "a place of the session's quota is taken"],
    'session-full': ['refuse', "the session's quota is used up"],
  }),
  ...rows('order.vehicle', { 'vehicle-elsewhere': ['refuse', 'a live order sends this kind of vehicle to another point, or turns it away'] }),
  ...rows('person.photo', { 'face-differs': ['refer', 'the officer said so'] }),
  ...rows('document.lent', {
    'pass-lent': ['refer', 'the face differs, and the document is genuine: lent, found or stolen; when and where it passed last'],
  }),
  ...rows('person.child', {
    'child-alone': ['refer', 'below the age of a guardian, and nobody is with the child'],
    'child-not-asked': ['admit-with-flag', 'below that age, no student, and nobody said who is with the child'],
  }),
  ...rows('person.care', {
    'care-asylum': ['refer', 'the officer said: asks for protection'],
    'care-trafficking': ['refer', 'the officer said: may be a victim of trafficking'],
    'care-child': ['refer', 'the officer said: a child alone'],
    'care-medical': ['refer', 'the officer said: is ill'],
    'care-other': ['refer', 'the officer wants a second look'],
  }),
  ...rows('person.referred', { 'referral-open': ['refer', 'this holder was referred before, and nobody decided yet'] }),
  ...rows('watch.listed', { listed: ['refer', 'the person, the document or the plate came near an entry of the watchlist'] }),
  ...rows('stay.days', {
    'stay-granted': ['admit', 'a movement away from home; its last lawful day is shown'],
    'in-time': ['admit', 'home before the end of the last lawful day'],
    'days-tolled': ['admit', 'home after it, but orders kept the way shut for so many days'],
    'late-own-national': ['admit-with-flag', 'our own national comes home late: the clock binds where the days were spent'],
    'late-foreigner': ['refer', 'a foreigner leaves late'],
  }),
  ...rows('stay.found-lawful', {
    'found-lawful': ['admit', 'home after it, through the day to which a decision found the stay lawful (an accepted rebuttal)'],
  }),
  ...rows('stay.matched', {
    'exit-missing': ['admit-with-flag', 'a national enters without an exit on record, or a foreigner enters while still recorded as inside'],
    'entry-missing': ['admit-with-flag', 'a foreigner leaves without an entry on record, or a national exits while still recorded as away'],
    'record-unknown': ['admit-with-flag', 'earlier movements could not be asked'],
    'arrived-late': ['admit-with-flag', 'a record of a movement from before the last one: no stay is changed'],
  }),
  ...rows('stay.travel', { 'too-fast': ['refer', 'between the last point and this one in less time than the way takes, whichever was told first'] }),
  ...rows('home.never-refused', {
    'going-home': ['admit-with-flag', 'refused for a date or a class alone, on the way home'],
    'going-home-to-officer': ['refer', 'refused for anything else, on the way home'],
  }),
  ...rows('care.never-refused', { 'care-first': ['refer', 'refused, and somebody has to look after this person first'] }),
  ...rows('referral.decided', {
    'let-pass': ['admit-with-flag', 'somebody in charge decided on the referral, and no hit, other face or need came up since'],
  }),
} as const
export type Reason = keyof typeof verdictTable
export const reasons = Object.keys(verdictTable) as readonly Reason[]
