// Numbers, times and names as people write them.

import { language } from "./texts.js";

/** 79031234567 -> +7 903 123-45-67; anything else stays as it is. */
export function phone(digits) {
  const parts = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits ?? "");
  return parts ? `+7 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}` : (digits ?? "");
}

const two = (number) => String(number).padStart(2, "0");

/** 75 -> 1:15 */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** The time of day. */
export function time(timestamp) {
  return new Date(timestamp).toLocaleTimeString(language(), { hour12: false });
}

/** Seconds since then. */
export const since = (timestamp) => (Date.now() - new Date(timestamp).getTime()) / 1000;

/** Анна Смирнова -> АС */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => word[0]).join("").toUpperCase();
}

/** A number from 0 to 359, always the same for the same text. */
export function hue(text) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 3600;
  return (sum * 47) % 360;
}
