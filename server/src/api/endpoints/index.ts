import type { Endpoint } from '../endpoint.ts';
import { undoAct } from './acts/undo-act.ts';
import { answerAsk } from './asks/answer-ask.ts';
import { askPeople } from './asks/ask-people.ts';
import { getAsk } from './asks/get-ask.ts';
import { listAsks } from './asks/list-asks.ts';
import { listChanges } from './changes/list-changes.ts';
import { confirmCommitment } from './commitments/confirm-commitment.ts';
import { createCommitment } from './commitments/create-commitment.ts';
import { finishCommitment } from './commitments/finish-commitment.ts';
import { getCommitmentDetails } from './commitments/get-commitment-details.ts';
import { getCommitment } from './commitments/get-commitment.ts';
import { giveBackCommitment } from './commitments/give-back-commitment.ts';
import { listCommitments } from './commitments/list-commitments.ts';
import { startCommitment } from './commitments/start-commitment.ts';
import { correctEvent } from './events/correct-event.ts';
import { getEvent } from './events/get-event.ts';
import { listEvents } from './events/list-events.ts';
import { recordEvent } from './events/record-event.ts';
import { getKind } from './kinds/get-kind.ts';
import { listKinds } from './kinds/list-kinds.ts';
import { addNeed } from './needs/add-need.ts';
import { changeNeed } from './needs/change-need.ts';
import { getNeed } from './needs/get-need.ts';
import { haltNeed } from './needs/halt-need.ts';
import { listNeeds } from './needs/list-needs.ts';
import { resumeNeed } from './needs/resume-need.ts';
import { changeOffer } from './offers/change-offer.ts';
import { createOffer } from './offers/create-offer.ts';
import { endOffer } from './offers/end-offer.ts';
import { getOfferDetails } from './offers/get-offer-details.ts';
import { getOffer } from './offers/get-offer.ts';
import { listOffers } from './offers/list-offers.ts';
import { takeInOffer } from './offers/take-in-offer.ts';
import { getPlaceDetails } from './places/get-place-details.ts';
import { getPlace } from './places/get-place.ts';
import { listPlaces } from './places/list-places.ts';
import { closeRequest } from './requests/close-request.ts';
import { createRequest } from './requests/create-request.ts';
import { getRequestDetails } from './requests/get-request-details.ts';
import { getRequest } from './requests/get-request.ts';
import { listRequests } from './requests/list-requests.ts';
import { openRequest } from './requests/open-request.ts';
import { takeInRequest } from './requests/take-in-request.ts';
import { withdrawRequest } from './requests/withdraw-request.ts';
import { getToken } from './token/get-token.ts';

/** Every operation there is, in the order of the document. What is not listed here does not exist. */
export const endpoints: readonly Endpoint[] = [
  getToken,

  listChanges,

  listKinds,
  getKind,

  listRequests,
  createRequest,
  getRequest,
  getRequestDetails,
  takeInRequest,
  openRequest,
  closeRequest,
  withdrawRequest,

  listNeeds,
  addNeed,
  getNeed,
  changeNeed,
  haltNeed,
  resumeNeed,

  listOffers,
  createOffer,
  getOffer,
  getOfferDetails,
  changeOffer,
  takeInOffer,
  endOffer,

  listAsks,
  askPeople,
  getAsk,
  answerAsk,

  listCommitments,
  createCommitment,
  getCommitment,
  getCommitmentDetails,
  confirmCommitment,
  startCommitment,
  finishCommitment,
  giveBackCommitment,

  listEvents,
  recordEvent,
  getEvent,
  correctEvent,

  listPlaces,
  getPlace,
  getPlaceDetails,

  undoAct,
];
