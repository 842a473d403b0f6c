// What has happened before the pictures are taken.
import { answered, type Call } from '../tests/e2e/calls';

/** Scenarios of the sandbox and who calls in them. */
export const SCENARIOS = [
  ['single-ring', '79161204518'], ['from-advertising', '79263310742'], ['blind-transfer', '79055471190'],
  ['lost-after-ringing', '79687720015'], ['outgoing-answered', '79099136470'], ['group-ring', '79851147203'],
] as const;

/** A call of the campaign that the demo's filter holds back. */
export const TO_BE_FILTERED: Call = answered('79774402681', '101', { campaign: 'Тестовая кампания' });
