/** The heaps that messages of a chat lie in. Talk was left out by the rules, what is left out by people. */
export const proposalHeaps = ['waiting', 'asks', 'offers', 'danger', 'talk', 'left-out', 'made'] as const;
export type ProposalHeap = (typeof proposalHeaps)[number];

/** Lines of one form: as many as a message names, and room for what the rules missed. */
export const linesMax = 12;
