// The workspace's words for what the API speaks of.
import type { Schemas } from '../api/client';

export type WorkCard = Schemas['WorkCard'];
export type Line = Schemas['ThreadLine'];
export type Message = Schemas['ThreadMessage'];
export type Happening = Schemas['ThreadEvent'];
export type UploadedFile = Schemas['UploadedFile'];
export type Delivery = Schemas['MessageDelivery'];
export type TalkChannel = Schemas['TalkChannel'];
export type Template = Schemas['TalkTemplate'];
export type Me = Schemas['Me'];
export type View = 'queue' | 'mine' | 'all' | 'archive';
