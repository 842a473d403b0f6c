/** Russian numbers as people read them. */
export function phoneText(digits: string): string {
  const russian = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits);
  return russian ? `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}` : /^[\d•]/.test(digits) ? `+${digits}` : digits;
}

/** Whether a phone is shown in part, to somebody who may not see it whole. */
export const isHidden = (phone: string) => !/^\d+$/.test(phone);
