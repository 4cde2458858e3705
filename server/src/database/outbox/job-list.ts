/**
 * What each job carries, by its name: ids only, never what they stand for. The group's id is added by `enqueue`.
 * A job loads again what its ids name, checks whether there still is something to do, and does one thing.
 */
export interface JobPayloads {
  /** Sends one waiting message. */
  'send-message': { readonly messageId: string };
  /** Lets the unstarted commitments of one need lapse whose lease is over. */
  'lapse-commitments': { readonly needId: string };
  /** Reminds whoever holds a commitment that its lease is about to be over. */
  'remind-commitment': { readonly commitmentId: string };
  /** Looks whether a visit is back when it was due, and alarms its watcher if not. */
  'check-visit': { readonly visitId: string };
  /** Alarms whoever is on duty about a request that speaks of danger, step by step, until somebody has it. */
  'alert-duty': { readonly requestId: string };
  /** Destroys the key of a person who is to be erased, once it can no longer be undone. */
  'erase-person': { readonly personId: string };
  /** Asks those who have waited a while whether they still need it. */
  'ask-still-needed': Record<string, never>;
  /** Notes the asks of one group that nobody answered in time. */
  'expire-asks': Record<string, never>;
  /** Tells one webhook what changed, until it knows everything or does not answer. */
  'send-webhooks': { readonly webhookId: string };
  /** Brings in what is left of a file, until its end or until somebody stops it. */
  'run-import': { readonly importId: string };
  /** Takes back what is left of an import. */
  'undo-import': { readonly importId: string };
  /** Takes away photos and voice notes that nothing can open any more. */
  'drop-attachments': Record<string, never>;
  /** Erases what is no longer needed about the people of one group. */
  'apply-retention': Record<string, never>;
}

export type JobName = keyof JobPayloads;

export type JobSettings = {
  /**
   * `standard` keeps every job. `short` keeps one waiting job for each `singletonKey` (which is then needed): right for
   * "look at this again" jobs, where one look serves for many causes.
   */
  readonly policy: 'standard' | 'short';
  /** How often a failed run is tried again; the pause doubles from `retryDelaySeconds` up to an hour. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
};

/**
 * A worker says this often that its jobs are alive (it does so twice as often). What a killed one had begun is begun anew
 * soon after, by another; without it that is after a quarter of an hour, and an alarm is among the jobs.
 */
export const heartbeatSeconds = 30;

/** Every job has a queue of its own, made with the schema. */
export const jobList: Readonly<Record<JobName, JobSettings>> = {
  'send-message': { policy: 'standard', retryLimit: 12, retryDelaySeconds: 30 },
  'lapse-commitments': { policy: 'standard', retryLimit: 5, retryDelaySeconds: 5 },
  'remind-commitment': { policy: 'standard', retryLimit: 5, retryDelaySeconds: 30 },
  'check-visit': { policy: 'standard', retryLimit: 20, retryDelaySeconds: 5 },
  'alert-duty': { policy: 'standard', retryLimit: 20, retryDelaySeconds: 5 },
  'erase-person': { policy: 'standard', retryLimit: 12, retryDelaySeconds: 60 },
  'ask-still-needed': { policy: 'standard', retryLimit: 3, retryDelaySeconds: 300 },
  'expire-asks': { policy: 'standard', retryLimit: 3, retryDelaySeconds: 60 },
  // Retries of its own: see the webhook's `next_try_at`.
  'send-webhooks': { policy: 'short', retryLimit: 2, retryDelaySeconds: 60 },
  'run-import': { policy: 'short', retryLimit: 5, retryDelaySeconds: 5 },
  'undo-import': { policy: 'short', retryLimit: 5, retryDelaySeconds: 5 },
  'drop-attachments': { policy: 'standard', retryLimit: 3, retryDelaySeconds: 300 },
  'apply-retention': { policy: 'standard', retryLimit: 5, retryDelaySeconds: 60 },
};

export type EnqueueOptions = {
  /** Not before this instant (milliseconds since the epoch). */
  readonly startAfter?: number;
  /** See {@link JobSettings.policy}. */
  readonly singletonKey?: string;
};

/** One job on its way into the database. */
export type OutgoingJob = { readonly name: JobName; readonly data: object; readonly options: EnqueueOptions };
