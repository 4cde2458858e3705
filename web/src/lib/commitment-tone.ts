import type { CommitmentState } from '@barnraise/kernel/commitment.ts';

/** The color that goes with a commitment's state; the word beside it says the same. */
export function stateTone(state: CommitmentState): 'quiet' | 'notice' | 'good' | 'warning' {
  switch (state) {
    case 'accepted':
      return 'notice';
    case 'started':
    case 'done':
      return 'good';
    case 'lapsed':
    case 'failed':
      return 'warning';
    case 'offered':
    case 'declined':
    case 'withdrawn':
      return 'quiet';
  }
}
