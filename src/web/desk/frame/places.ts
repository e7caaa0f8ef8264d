import type { Action } from '../../../identity/authority-lists.rules.ts'
import type { deskWords } from '../../../words/desk.ts'
import type { IconName } from '../parts/icon.tsx'

/** A place in the navigation; shown to whoever may do one of `needs` somewhere. */
export type Place = {
  readonly path: string
  readonly word: keyof typeof deskWords
  readonly icon: IconName
  readonly needs: readonly Action[] | 'demonstration'
}

export const places: readonly Place[] = [
  { path: '/', word: 'newApplication', icon: 'plus', needs: ['application.take'] },
  { path: '/sign', word: 'sign', icon: 'pen', needs: ['pass.sign'] },
  { path: '/queue', word: 'queue', icon: 'list', needs: ['application.read'] },
  { path: '/print', word: 'print', icon: 'printer', needs: ['pass.print'] },
  { path: '/booklets', word: 'booklets', icon: 'book', needs: ['booklet.read'] },
  { path: '/till', word: 'till', icon: 'cash', needs: ['payment.read', 'payment.close-day'] },
  { path: '/passes', word: 'passes', icon: 'pass', needs: ['pass.read'] },
  { path: '/lost-reports', word: 'lostReports', icon: 'search', needs: ['lost-report.read'] },
  { path: '/complaints', word: 'complaints', icon: 'speech', needs: ['complaint.read'] },
  { path: '/point', word: 'crossingPoint', icon: 'gate', needs: ['movement.read'] },
  { path: '/overseen', word: 'overseen', icon: 'arrow', needs: ['referral.oversee'] },
  { path: '/numbers', word: 'numbers', icon: 'bars', needs: ['pass.count', 'movement.count'] },
  { path: '/offices', word: 'officeNumbers', icon: 'bars', needs: ['pass.count'] },
  { path: '/province', word: 'province', icon: 'people', needs: ['office.workload', 'office.equip'] },
  { path: '/instruments', word: 'instruments', icon: 'file', needs: ['mandate.passes', 'mandate.decide'] },
  { path: '/revocations', word: 'revocations', icon: 'key', needs: ['mandate.revoke-passes'] },
  { path: '/import', word: 'import', icon: 'arrow', needs: ['register.import'] },
  { path: '/watchlist', word: 'watchlist', icon: 'search', needs: ['watch.read'] },
  { path: '/stays', word: 'stays', icon: 'list', needs: ['stay.look', 'stay.read'] },
  { path: '/orders', word: 'orders', icon: 'file', needs: ['order.read'] },
  { path: '/prices', word: 'prices', icon: 'file', needs: ['application.read', 'payment.read'] },
  { path: '/staff', word: 'staff', icon: 'people', needs: ['staff.read'] },
  { path: '/specimens', word: 'specimens', icon: 'qr', needs: 'demonstration' },
]
