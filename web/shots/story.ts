// What has happened before the pictures are taken.
import { answered, type Call } from '../tests/e2e/calls';

/** Scenarios of the sandbox and who calls in them. */
export const SCENARIOS = [
  ['single-ring', '79161204518'], ['from-advertising', '79263310742'], ['blind-transfer', '79055471190'],
  ['lost-after-ringing', '79687720015'], ['outgoing-answered', '79099136470'], ['group-ring', '79851147203'],
] as const;

/** What became of the orders of some of them: the status and the amount. */
export const ORDERS = [['79161204518', 5, 15000], ['79263310742', 2, 8400], ['79055471190', 5, 4250.5], ['79851147203', 6, 0]] as const;

/** A call of the campaign that the demo's filter holds back. */
export const TO_BE_FILTERED: Call = answered('79774402681', '101', { campaign: 'Тестовая кампания' });
