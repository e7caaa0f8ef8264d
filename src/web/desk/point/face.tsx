import { Button } from '@mantine/core'
import { useState } from 'react'
import { referralWords } from '../../../words/referrals.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { pointPath } from './my-point.ts'

/** The holder's face, asked for and not before: each look is on record. */
export function Face({ point, number, name }: { point: string; number: string; name: string }) {
  const { say } = useWords()
  const [state, setState] = useState<'hidden' | 'shown' | 'missing'>('hidden')
  return (
    <div className="stack referral-face">
      {state === 'shown' && (
        <img
          src={`${pointPath(point)}/holders/${encodeURIComponent(number)}/photo`}
          alt={name}
          onError={() => setState('missing')}
          data-testid="face"
        />
      )}
      {state === 'missing' && <p className="soft">{say(referralWords.noFace)}</p>}
      {state === 'hidden' && (
        <div>
          <Button variant="default" leftSection={<Icon name="person" />} onClick={() => setState('shown')} data-testid="show-face">
            {say(referralWords.showFace)}
          </Button>
        </div>
      )}
      <p className="small soft">{say(referralWords.faceNote)}</p>
    </div>
  )
}
