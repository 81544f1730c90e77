import type { IAdaptiveCard } from './node_modules/@microsoft/teams.cards/dist/core';

/** Teams renders cards up to version 1.5. */
export interface TeamsCard extends IAdaptiveCard {
  version: '1.0' | '1.1' | '1.2' | '1.3' | '1.4' | '1.5';
}
