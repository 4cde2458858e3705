export const usage = `barnraise-dispatch: who goes where, in which order

  barnraise-dispatch solve FILE [options]     find a plan
  barnraise-dispatch check FILE PLAN          judge a plan made here or elsewhere
  barnraise-dispatch bench DIR [options]      solve every file of a folder, compare with best-known values

FILE is a problem in one of the formats solomon (also Gehring-Homberger), lilim, vroom, barnraise; - is standard input.
PLAN is a plan as --plan writes it, the output of --json, or lines "Route 1: 5 3 7".

Options of solve and bench
  --format NAME        instead of guessing it from the file
  --seconds N          stop after so much time (default 5; bench 1)
  --iterations N       stop after so many iterations; with a seed the result is always the same
  --seed N             default 1
  --threads N          search in so many threads (default 1)
  --objective WHAT     distance, or vehicles: fewest vehicles first, then distance
  --vehicles K         exactly K vehicles to choose from
  --plan FILE          solve: also write the whole plan, with all its times
  --json               one JSON object on standard output and nothing else

Options of check: --format, --vehicles, --json.
Other: --help, --version.

Exit codes: 0 a feasible plan (some jobs may be left out), 1 the plan breaks a rule, 2 bad usage, 3 bad file,
4 a defect of this program. Ctrl-C stops the search and prints the best plan so far; a second one quits.
`;
