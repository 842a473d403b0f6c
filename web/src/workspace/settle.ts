// A thread opens at its end; its lines are measured only when they are drawn, and grow while they are.
const CALM_FRAMES = 3;
const MOST_FRAMES = 60;
/** The room below the last line. */
const NEAR_PX = 16;

/** Scrolls to the end until what is shown has come to rest, or somebody scrolls himself. */
export function settleAtEnd(place: HTMLElement, toEnd: () => void): () => void {
  let [frames, calm, height] = [0, 0, -1];
  let next = 0;
  const look = () => {
    const rest = place.scrollHeight - place.scrollTop - place.clientHeight;
    const same = place.scrollHeight === height;
    height = place.scrollHeight;
    if (rest <= NEAR_PX) calm = same ? calm + 1 : 0;
    // it has not grown: somebody went elsewhere
    else if (same && calm > 0) return;
    else {
      calm = 0;
      toEnd();
    }
    frames += 1;
    if (calm < CALM_FRAMES && frames < MOST_FRAMES) next = window.requestAnimationFrame(look);
  };
  toEnd();
  next = window.requestAnimationFrame(look);
  return () => window.cancelAnimationFrame(next);
}
