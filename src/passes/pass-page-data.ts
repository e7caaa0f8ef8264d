import { type AreaCode, districtOf, provinceOf } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'
import { areaNamed, type Registry } from '../places/registry.rules.ts'
import type { PrintingState } from './page/page-words.ts'
import type { PassPageData } from './page/pass-page.ts'
import type { Pass } from './pass.queries.ts'

/** The printed page's data out of a pass, with areas by their names and the mandate's instrument in every language. */
export function passPageOf(pass: Pass, portrait: Uint8Array, registry: Registry): PassPageData {
  const { holder } = pass
  const place = areaWords(registry, pass, pass.homeArea)
  const own = pass.issuer === 'TH' ? 'th' : 'km'
  // The address as it was taken down often ends with the district already.
  const address = holder.address.includes(place.en) ? holder.address : [holder.address, place.en].filter((part) => part !== '').join(', ')
  return {
    number: pass.number,
    state: pass.issuer as PrintingState,
    localName: holder.localName,
    givenName: holder.givenName,
    familyName: holder.familyName,
    sex: holder.sex,
    birthDate: holder.birthDate,
    nationality: holder.nationality,
    address: { [own]: place[own], en: address },
    issuedOn: pass.issuedOn,
    expiresOn: pass.lastDay,
    office: areaWords(registry, pass, pass.office),
    signedBy: pass.signedBy,
    instrument: registry.instruments.find((instrument) => instrument.id === pass.instrument)?.title ?? {
      km: pass.instrument,
      th: pass.instrument,
      en: pass.instrument,
    },
    portrait: new Uint8Array(portrait),
    qrText: pass.qrText,
    madeUp: holder.madeUp,
  }
}

/** "District, Province" in the area's own language, and in Latin for the others. */
function areaWords(registry: Registry, pass: Pass, code: AreaCode): Text {
  const areas = [districtOf(code), provinceOf(code)].map((area) => areaNamed(registry, area, pass.issuedOn))
  const distinct = areas.filter((area, index) => area && area !== areas[index - 1]).flatMap((area) => area ?? [])
  const en = distinct.map((area) => area.name.en).join(', ') || code
  const native = distinct.map((area) => area.name.native).join(' ') || code
  return pass.issuer === 'TH' ? { km: en, th: native, en } : { km: native, th: en, en }
}
