import { Suspense, lazy, type ComponentType } from 'react';

/** A component whose script is fetched when it is first shown. */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Fetched = lazy(async () => ({ default: await fetch() as ComponentType<object> }));
  return function Later(props: Props) {
    return <Suspense fallback={null}><Fetched {...props} /></Suspense>;
  };
}
