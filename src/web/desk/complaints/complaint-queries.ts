import type { ComplaintState, ComplaintSubject } from '../../../portal/complaint.rules.ts'
import type { ComplaintAnswer } from '../../../portal/portal.api.ts'
import { complaintWords } from '../../../words/portal.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, usePointName } from '../names.ts'
import { useAnswer } from '../queries.ts'

/** As many as the server gives at once. */
export const complaintsMax = 200
export const complaintsPath = '/api/v1/complaints'
export const useComplaints = (state: ComplaintState) => useAnswer<ComplaintAnswer[]>(`${complaintsPath}?state=${state}`, { refetchInterval: 60_000 })
export const complaintKey = (id: string) => [`${complaintsPath}/${id}`]
export const useComplaint = (id: string) => useAnswer<ComplaintAnswer>(`${complaintsPath}/${id}`)

export const complaintTone = { received: 'flag', 'in-hand': 'river', answered: 'admit', closed: 'quiet' } as const satisfies Record<
  ComplaintState,
  string
>

/** What a complaint is about, in the words in which it was chosen, and where. */
export function useComplaintWords() {
  const { say } = useWords()
  const [areaName, pointName] = [useAreaName(), usePointName()]
  return {
    subjectOf: (about: ComplaintSubject) => say(complaintWords[about]),
    placeOf: ({ place, point }: ComplaintAnswer) => (point === null ? areaName(place) : pointName(point)),
  }
}
