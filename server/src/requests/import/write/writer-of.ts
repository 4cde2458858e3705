import type { ImportSubject } from '../mapping.ts';
import { householdWriter } from './households.ts';
import { memberWriter } from './members.ts';
import { offerWriter } from './offers.ts';
import { placeWriter } from './places.ts';
import { requestWriter } from './requests.ts';
import type { MadeTable, SubjectWriter } from './subject-writer.ts';

const writers: Readonly<Record<ImportSubject, SubjectWriter<unknown>>> = {
  requests: requestWriter,
  offers: offerWriter,
  households: householdWriter,
  members: memberWriter,
  places: placeWriter,
};

/** How the rows of a subject are read and written. */
export function writerOf(subject: ImportSubject | MadeTable): SubjectWriter<unknown> {
  return writers[subject];
}
