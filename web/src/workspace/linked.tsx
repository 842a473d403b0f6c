import { Fragment } from 'react';
import classes from './workspace.module.css';

const ADDRESS = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)])/g;

/** A text as it was written; its addresses can be followed. */
export function Linked({ text }: { text: string }) {
  return (
    <p className={classes.text}>
      {text.split(ADDRESS).map((part, index) => index % 2 === 1
        ? <a key={index} href={part} target="_blank" rel="noopener noreferrer">{part}</a>
        : <Fragment key={index}>{part}</Fragment>)}
    </p>
  );
}
