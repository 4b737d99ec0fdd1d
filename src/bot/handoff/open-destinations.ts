import type { ConnectorClient } from 'botframework-connector';
import { openDispatcher } from '../../checks/http/open-dispatcher.js';
import { readSiteAddress } from '../../checks/teamwork-desk/read-site-address.js';
import type { Destination } from '../../handoff/destination.js';
import { mailDestination } from '../../handoff/email/mail-destination.js';
import type { DeskSettings, DestinationSettings } from '../../handoff/handoff-settings.js';
import type { LetterWords } from '../../handoff/letter.js';
import { teamsDestination } from '../../handoff/teams/teams-destination.js';
import { type DeskCall, deskCall } from '../../handoff/teamwork-desk/desk-call.js';
import { deskDestination } from '../../handoff/teamwork-desk/desk-destination.js';
import { webhookDestination } from '../../handoff/webhook/webhook-destination.js';
import { OperatorError } from '../operator-error.js';
import { teamsPoster } from './teams-poster.js';

/** What destinations need of the world. */
export interface DestinationWorld {
  readonly now: () => Date;
  /** In the team's language. */
  readonly say: LetterWords;
  /** Where the practice account listens, when it is on. */
  readonly practiceSite: string | undefined;
  /** The service of a region of Teams. */
  readonly connect: (serviceUrl: string) => Promise<ConnectorClient>;
  /** Where an answer by mail is taken in. */
  readonly replyAddress?: ((reference: string) => string) | undefined;
}

/** @throws OperatorError when the practice account is asked for and is not there */
export function openDeskCall(
  { id, site: typed, key }: Pick<DeskSettings, 'id' | 'site' | 'key'>,
  dispatcher: ReturnType<typeof openDispatcher>,
  { practiceSite, now }: Pick<DestinationWorld, 'practiceSite' | 'now'>,
): DeskCall {
  const read = readSiteAddress(typed, practiceSite);
  // Without it the word would be taken for the name of a site of somebody's.
  if (read.kind === 'invalid' || (/^practice$/i.test(typed.trim()) && !read.isPractice))
    throw new OperatorError(
      `HANDOFF_FILE: ${id}: site: there is no practice account (PRACTICE=on, and a deployment with it)`,
    );
  return deskCall({ site: read.site, key, dispatcher, now });
}

/** Opens what the settings name; nothing is sent yet. */
export function openDestinations(
  settings: readonly DestinationSettings[],
  world: DestinationWorld,
): readonly Destination[] {
  return settings.map((each) => openDestination(each, world));
}

function openDestination(settings: DestinationSettings, world: DestinationWorld): Destination {
  switch (settings.kind) {
    case 'email':
      return mailDestination(settings, world);
    case 'webhook':
      return webhookDestination(settings, world.now);
    case 'teamwork-desk': {
      const dispatcher = openDispatcher();
      const call = openDeskCall(settings, dispatcher, world);
      return deskDestination(settings, call, world.say, () => void dispatcher.destroy());
    }
    case 'teams':
      return teamsDestination(settings.id, teamsPoster(settings, world.connect), world.say);
  }
}
