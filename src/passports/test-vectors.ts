import { type MadeUpZone, td3, withSign } from './test-zones.ts'

export const vectorDay = '2026-11-20'
const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const borderPass = 'PBKHMSRUN<<SREYPOV<<<<<<<<<<<<<<<<<<<<<<<<<<\nKH0110000<KHM9009121F271122104274<<<<<<<<<59'
const card1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<'
const card2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6'
const visaA = 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<'
const visaB = 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<'
const flat = (zone: string) => zone.replaceAll('\n', '')

const people: [name: string, zone: MadeUpZone][] = [
  ['Cambodia', {}],
  ['Thailand, with an identity number', { issuer: 'THA', name: 'JAIDEE<<SOMCHAI', number: 'AA1234567', sex: 'M', optional: '1234567890121' }],
  ['Laos', { issuer: 'LAO', name: 'VONGSA<<KHAM', number: 'PA0123456' }],
  ['Viet Nam', { issuer: 'VNM', name: 'NGUYEN<<THI<MAI', number: 'C1234567' }],
  ['Germany is D in the zone', { issuer: 'D', name: 'MUSTERMANN<<ERIKA', number: 'C01X00T47' }],
  ['the United Kingdom, a national overseas', { issuer: 'GBR', nationality: 'GBN', name: 'CHAN<<TAI<MAN', sex: 'M' }],
  ['a service passport of China', { code: 'PS', issuer: 'CHN', name: 'LI<<XIAOMING', number: 'SE0000001' }],
  ['a refugee of the convention of 1951', { code: 'PR', issuer: 'FRA', nationality: 'XXB', name: 'DOE<<JANE' }],
  ['a stateless person', { issuer: 'NLD', nationality: 'XXA', name: 'DOE<<JOHN', sex: 'M' }],
  ['nationality not specified', { issuer: 'NLD', nationality: 'XXX', name: 'DOE<<JOHN', sex: '<' }],
  ['the United Nations', { issuer: 'UNO', nationality: 'AUT', name: 'MAIER<<EVA' }],
  ['Kosovo', { issuer: 'RKS', name: 'KRASNIQI<<ARTA' }],
  ['one name only', { issuer: 'IDN', name: 'SUKARNO', sex: 'M' }],
  ['a name that fills its field', { issuer: 'THA', name: 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K' }],
  ['a short number', { issuer: 'MMR', number: 'MB123' }],
  ['born in 1927: not in the future', { birth: '271121' }],
  ['born today', { birth: '261120' }],
  ['the day of birth is not known', { birth: '9009<<' }],
  ['only the year of birth is known', { birth: '90<<<<' }],
  ['nothing of the birth is known', { birth: '<<<<<<' }],
  ['born on a leap day', { birth: '960229' }],
  ['expired in 1997', { birth: '600101', expiry: '971231' }],
  ['good until 2046', { expiry: '461120' }],
]

/** Texts that are read: by what name, and the reading is in the vector. */
export const validTexts: [name: string, text: string, today?: string][] = [
  ['ICAO 9303-4 specimen', specimen],
  ['ICAO 9303-5 specimen, TD1', card1],
  ['ICAO 9303-6 specimen, TD2', card2],
  ['ICAO 9303-7 specimen, MRV-A', visaA],
  ['ICAO 9303-7 specimen, MRV-B', visaB],
  ['ICAO 9303-5 long number', 'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<', '2020-01-01'],
  ['a border pass of ours', borderPass],
  ...people.map(([name, zone]): [string, string] => [name, td3(zone)]),
  ['one long line of 88', flat(specimen)],
  ['Windows line ends', specimen.replace('\n', '\r\n')],
  ['small letters', specimen.toLowerCase()],
  ['blanks between groups', td3().replace(/(.{4})/g, '$1 ')],
  ['wrapped at 30', flat(td3()).replace(/(.{30})/g, '$1\n')],
  ['control characters of a scanner', `\u0002${td3()}\u0003\r\n`],
  ['a scanner’s prefix and suffix', `]C0${td3()}\tEND`],
  ['a name of the line before each line', td3().replace('\n', '\n2: ').replace(/^/, '1: ')],
  ['the fillers after the name not counted', td3().replace(/<+\n/, '<<\n')],
  ['too many fillers after the name', td3().replace('\n', '<<<\n')],
  ['O for 0 in a birth date', withSign(td3(), 60, 'O')],
  [
    'S for 5 in a check digit',
    flat(td3({ birth: '900915' }))
      .replace(/9009150/, '9009I50')
      .replace('9009I5', '9009I5'),
  ],
  ['0 for O in a name', td3({ name: 'S0K<<DARA' })],
  ['8 for B in a nationality', withSign(td3({ issuer: 'GBR' }), 56, '8')],
]

const code = (name: string, text: string, problem: string, field?: string): Invalid => ({ name, text, code: problem, ...(field ? { field } : {}) })
export type Invalid = { readonly name: string; readonly text: string; readonly code: string; readonly field?: string }

const raise = (text: string, place: number) => {
  const sign = flat(text)[place - 1] ?? '0'
  return withSign(text, place, sign === '<' ? '1' : String((Number(sign) + 1) % 10))
}
const digitPlaces: [place: number, field: string][] = [
  [54, 'number'],
  [64, 'birth'],
  [72, 'expiry'],
  [87, 'optional'],
  [88, 'whole'],
]

export const invalidTexts: readonly Invalid[] = [
  ...digitPlaces.map(([place, field]) => code(`one wrong check digit: ${field}`, raise(specimen, place), 'mrz.check-digit', field)),
  ...digitPlaces
    .filter(([place]) => place !== 87)
    .map(([place, field]) => code(`Cambodia, one wrong check digit: ${field}`, raise(td3(), place), 'mrz.check-digit', field)),
  code('border pass: wrong digit of the long number', raise(borderPass, 77), 'mrz.check-digit', 'number'),
  code('border pass: wrong digit over all', raise(borderPass, 88), 'mrz.check-digit', 'whole'),
  code('a filler for the number’s digit in a passport', withSign(td3(), 54, '<'), 'mrz.check-digit', 'number'),
  code('a long number in a passport', borderPass.replace('PB', 'P<'), 'mrz.check-digit', 'number'),
  code('TD1: wrong number digit', raise(card1, 15), 'mrz.check-digit', 'number'),
  code('TD1: wrong digit over all', raise(card1, 60), 'mrz.check-digit', 'whole'),
  code('TD2: wrong birth digit', raise(card2, 56), 'mrz.check-digit', 'birth'),
  code('TD2: wrong digit over all', raise(card2, 72), 'mrz.check-digit', 'whole'),
  code('MRV-A: wrong expiry digit', raise(visaA, 72), 'mrz.check-digit', 'expiry'),
  code('MRV-B: wrong number digit', raise(visaB, 46), 'mrz.check-digit', 'number'),
  code('two digits of the number swapped', td3().replace('N01234567', 'N10234567'), 'mrz.check-digit', 'number'),
  code('O for 0 in the number: either may stand there', td3().replace('N01234567', 'NO1234567'), 'mrz.check-digit', 'number'),
  code('B for 8, where the digit then does not hold', td3({ birth: '900912' }).replace('900912', '90O91B'), 'mrz.check-digit', 'birth'),
  ...['ABD', 'XKX', 'UTA', 'ZZZ', 'K<M', 'DD<'].map((state) =>
    code(`no such issuer: ${state}`, td3({ issuer: state, nationality: 'KHM' }), state === 'K<M' ? 'mrz.field' : 'mrz.state', 'issuer'),
  ),
  code('no such nationality', td3({ nationality: 'KHR' }), 'mrz.state', 'nationality'),
  code('two letters of a nationality', td3({ nationality: 'KH' }), 'mrz.state', 'nationality'),
  code('a nationality of fillers', td3({ nationality: '<<<' }), 'mrz.field', 'nationality'),
  ...['900230', '901301', '900000', '970229', '90<<12', '<<0912'].map((birth) =>
    code(`no real birth date: ${birth}`, td3({ birth }), 'mrz.date', 'birth'),
  ),
  code('a letter in a birth date', td3({ birth: '90A912' }), 'mrz.field', 'birth'),
  ...['300231', '301301', '300000'].map((expiry) => code(`no real expiry: ${expiry}`, td3({ expiry }), 'mrz.date', 'expiry')),
  code('an expiry that is not whole', td3({ expiry: '3001<<' }), 'mrz.field', 'expiry'),
  code('expired more than 30 years ago', td3({ expiry: '961119' }), 'mrz.date', 'expiry'),
  code('good for more than 20 years', td3({ expiry: '461121' }), 'mrz.date', 'expiry'),
  code('expired before it was born', td3({ birth: '250101', expiry: '241231' }), 'mrz.date', 'expiry'),
  code('a sex that no zone has', td3({ sex: 'Q' }), 'mrz.field', 'sex'),
  code('a digit for a sex', td3({ sex: '7' }), 'mrz.field', 'sex'),
  code('no number', td3({ number: '<' }), 'mrz.field', 'number'),
  code('no name', td3({ name: '' }), 'mrz.field', 'name'),
  code('a name that begins with fillers', td3({ name: '<<DARA' }), 'mrz.field', 'name'),
  code('three parts of a name', td3({ name: 'SOK<<DARA<<MR' }), 'mrz.field', 'name'),
  code('three fillers in a name', td3({ name: 'SOK<<<DARA' }), 'mrz.field', 'name'),
  code('a digit in a name that is no letter’s look', td3({ name: 'S7K<<DARA' }), 'mrz.field', 'name'),
  code('the lines the other way round', specimen.split('\n').reverse().join('\n'), 'mrz.not-found'),
  code('the lower line alone', specimen.split('\n')[1] ?? '', 'mrz.not-found'),
  code('half a zone', flat(specimen).slice(0, 60), 'mrz.not-found'),
  code('one sign lost', flat(specimen).slice(0, 87), 'mrz.not-found'),
  code('two zones in one', `${td3()}\n${specimen}`, 'mrz.not-found'),
  code('a name cut by the scan', td3().replace(/POV<+\n/, '\n'), 'mrz.not-found'),
  code('an address of a page', 'https://pass.spean.example/kh/status/current?point=kh-th/poipet&lane=1&at=2026-11-20', 'mrz.not-found'),
  code('a payment code', '00020101021229180014khqr@bank.example5204599953031165405200005802KH5910BorderPass6007Poipet6304ABCD', 'mrz.not-found'),
  code('a pass number', 'KH01100001042742', 'mrz.not-found'),
  code('a word of Khmer', 'លិខិតឆ្លងដែន', 'mrz.not-found'),
  code('fillers alone', '<'.repeat(88), 'mrz.not-found'),
  code('nothing', '', 'mrz.not-found'),
  code('a text too long', `${td3()}${' '.repeat(400)}`, 'mrz.not-found'),
  code('full-width letters are not capitals', td3().replace('N0', '\uFF2E0'), 'mrz.not-found'),
  code('a letter that becomes a capital elsewhere', td3().replace('SREY', '\u017FREY'), 'mrz.not-found'),
]
