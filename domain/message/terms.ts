/** The tell table as a unit has it: the delivered rows, under what the unit changed. */
import type { Words } from '../kernel/words.ts';
import { fieldsOf } from './fill.ts';
import type { Way } from './message.states.ts';
import type { QuietHours } from './quiet.ts';
import type { Tell } from './tell.ts';
import { type TellName, tellNames, tells } from './tells.ts';
import type { MessageTerms, TellTerms } from './terms.model.ts';

export const usualTerms: MessageTerms = { quiet: { from: '21:30', to: '07:30' }, tells: {} };

/** The row in force for a unit. Ways a row does not allow are passed over, whatever was kept. */
export function termsOf(terms: MessageTerms, name: TellName): TellTerms {
  const tell: Tell = tells[name];
  const own = terms.tells[name];
  if (!own) return { on: true, to: [...tell.to], ways: [...tell.ways], channelIds: [], passesQuiet: tell.urgent, title: null, body: null };
  return {
    ...own,
    to: own.to.filter((audience) => tell.to.includes(audience)),
    ways: own.ways.filter((way: Way) => way !== 'group' || tell.mayGroup),
    channelIds: tell.mayGroup ? own.channelIds : [],
  };
}

/** The words in force: the unit's own, else the delivered ones. */
export function wordingOf(terms: MessageTerms, name: TellName): { readonly title: Words; readonly body: Words } {
  const { title, body } = termsOf(terms, name);
  return { title: title ?? tells[name].title, body: body ?? tells[name].body };
}

/** What the words of a row may ask for: what its delivered words ask for. */
export const fieldsFor = (name: TellName): string[] => [...new Set([...fieldsOf(tells[name].title), ...fieldsOf(tells[name].body)])];

/** The first field in a unit's own words that the row does not know, or null. */
export function unknownField(terms: MessageTerms): { readonly tell: TellName; readonly field: string } | null {
  for (const name of tellNames) {
    const known = fieldsFor(name);
    const own = terms.tells[name];
    for (const words of [own?.title, own?.body]) {
      const field = words && fieldsOf(words).find((one) => !known.includes(one));
      if (field) return { tell: name, field };
    }
  }
  return null;
}

/** The quiet hours a message of this row must keep; null when it may come at any hour. */
export function quietFor(terms: MessageTerms, name: TellName): QuietHours | null {
  return termsOf(terms, name).passesQuiet ? null : terms.quiet;
}
