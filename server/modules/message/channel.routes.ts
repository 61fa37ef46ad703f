/** Setting up what sends to the outside. Only the campaign clerk; what opens a channel goes in and never comes out. */
import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { Problem } from '#domain/kernel/problem.ts';
import {
  type ChannelForm,
  channelList,
  channelRemove,
  channelSave,
  channelTest,
  channelTurnOff,
  channelTurnOn,
} from '#domain/message/channel.contract.ts';
import type { Channel } from '#domain/message/channel.model.ts';
import { type ChannelAct, channelWorkflow } from '#domain/message/channel.rules.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { type AllowedHosts, isAllowed, OwnNetwork, refuseOwnNetwork } from '#server/platform/own-network.ts';
import { requirePost } from '#server/platform/rights.ts';
import { openSealer, type Sealer } from '#server/platform/sealed.ts';
import { listPeople } from '../org/org.store.ts';
import { listPlaces } from '../place/place.store.ts';
import {
  addressKeyOf,
  addressOf,
  type ChannelContent,
  changeChannel,
  findChannel,
  insertChannel,
  type KeptChannel,
  listChannels,
  lockChannel,
  openSecrets,
  setChannelState,
  stopMessages,
} from './channel.store.ts';
import { insertMessages } from './message.store.ts';
import { testMessage } from './write.ts';

export interface ChannelDeps {
  readonly sealKey: string;
  readonly allowed: AllowedHosts;
  /** Something is to go out. */
  readonly wake: () => void;
}

export const SEALED_FOR = 'channels';

export function channelRoutes(endpoint: Endpoints, deps: ChannelDeps): void {
  const sealer = openSealer(deps.sealKey, SEALED_FOR);

  endpoint.read(channelList, async ({ actor, db, now }) => {
    requirePost(actor, channelList.words, 'campaignClerk');
    const rows = await listChannels(db, actor.unitId);
    const people = await listPeople(db, [actor.unitId]);
    const mails = await db.selectFrom('person').select(['id', 'mail']).where('unitId', '=', actor.unitId).execute();
    const asked = await db
      .selectFrom('channel')
      .leftJoin('place', 'place.id', 'channel.placeId')
      .where('channel.unitId', '=', actor.unitId)
      .orderBy('channel.sort')
      .select(['channel.name', 'place.id as placeId', 'place.name as placeName'])
      .execute();
    const has = (placeId: string | null) => rows.some((row) => row.kind !== 'mail' && row.placeId === placeId);
    return {
      rows: rows.map(({ unitId, placeId, placeName, secretsSet, ...row }) => ({
        ...row,
        place: placeId && placeName ? { id: placeId, name: placeName } : null,
        secrets: secretsSet,
        acts: allowedActs(channelWorkflow, { ...row, unitId }, { actor, now }),
      })),
      places: (await listPlaces(db, actor.unitId)).map(({ id, name }) => ({ id, name })),
      wanted: asked
        .filter(({ placeId }) => !has(placeId))
        .map(({ name, placeId, placeName }) => ({ name, place: placeId && placeName ? { id: placeId, name: placeName } : null })),
      people: people.map(({ id, name }) => ({ id, name, mail: mails.find((one) => one.id === id)?.mail ?? null })),
    };
  });

  endpoint.act(channelSave, async ({ input, actor, tx, now, tell, afterCommit }) => {
    requirePost(actor, channelSave.words, 'campaignClerk');
    if (input.placeId && !(await listPlaces(tx, actor.unitId)).some(({ id }) => id === input.placeId)) throw new Problem('record.notFound');
    const exists = await findChannel(tx, input.id, actor.unitId);
    const known = exists ? await lockChannel(tx, input.id, actor.unitId) : null;
    const content = contentOf(input, known, { ...deps, sealer, now });
    const given = Object.keys(typedSecrets(input));
    if (!known) {
      const channel: Channel = { id: input.id, unitId: actor.unitId, state: 'on', kind: input.kind, name: input.name };
      await insertChannel(tx, sealer, { ...channel, ...content, at: now });
      const data = { kind: input.kind, name: input.name, secretsSet: given };
      await tell({ name: 'channel.added', subject: { kind: 'channel', id: channel.id }, data });
      return done(channel, { actor, now });
    }
    if (known.kind !== input.kind) throw new Problem('record.exists');
    const { next, fact } = decide(channelWorkflow, known, 'change', { name: input.name, secretsSet: given }, { actor, now });
    await changeChannel(tx, sealer, next.id, content);
    await tell(fact);
    afterCommit(deps.wake);
    return done(next, { actor, now });
  });

  endpoint.act(channelTurnOn, async (call) => {
    const answer = await turn(call, 'turnOn');
    call.afterCommit(deps.wake);
    return answer;
  });
  endpoint.act(channelTurnOff, async (call) => {
    const answer = await turn(call, 'turnOff');
    await stopMessages(call.tx, answer.id, 'stuck');
    return answer;
  });
  endpoint.act(channelRemove, async (call) => {
    const answer = await turn(call, 'remove');
    await stopMessages(call.tx, answer.id, 'withdrawn');
    return answer;
  });

  endpoint.act(channelTest, async ({ input, actor, tx, now, afterCommit }) => {
    requirePost(actor, channelTest.words, 'campaignClerk');
    const channel = await lockChannel(tx, input.id, actor.unitId);
    if (channel.state !== 'on') throw new Problem('message.channelOff');
    if (channel.kind === 'mail' && !input.to) throw new Problem('channel.noAddress');
    const { title, text } = testMessage(input.messageId, channel.name, actor.name, now);
    await insertMessages(tx, [
      {
        id: input.messageId,
        unitId: actor.unitId,
        key: `test:${input.messageId}`,
        tell: null,
        channelId: channel.id,
        personId: null,
        address: channel.kind === 'mail' ? input.to : null,
        title,
        body: title,
        text,
        record: { kind: 'channel', id: channel.id },
        quiet: false,
        at: now,
        dueAt: now,
      },
    ]);
    afterCommit(deps.wake);
    return { messageId: input.messageId };
  });
}

async function turn({ input, actor, tx, now, tell }: ActCall<{ readonly id: string }>, act: ChannelAct): Promise<Done> {
  const channel: Channel = await lockChannel(tx, input.id, actor.unitId);
  const { next, fact } = decide(channelWorkflow, channel, act, {} as never, { actor, now });
  await setChannelState(tx, next);
  await tell(fact);
  return done(next, { actor, now });
}

const done = (channel: Channel, at: Parameters<typeof allowedActs>[2]): Done => ({
  id: channel.id,
  state: channel.state,
  acts: allowedActs(channelWorkflow, channel, at),
});

/** The secrets somebody typed; what was left out is not among them. */
const typedSecrets = ({ secrets }: ChannelForm): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

interface Terms extends ChannelDeps {
  readonly sealer: Sealer;
  readonly now: string;
}

/**
 * What is kept of the form. A secret that was left out stays, but only for the address it was given for: otherwise a changed address
 * would carry it to somebody else.
 */
function contentOf(form: ChannelForm, known: KeptChannel | null, { sealer, sealKey, allowed, now }: Terms): ChannelContent {
  const given = typedSecrets(form);
  const kept = known ? (openSecrets(sealer, known) ?? {}) : {};
  const secrets = { ...kept, ...given };
  const { url, identity } = addressOf(form.kind, form.settings, secrets);
  if (!url || url.hostname === '') throw new Problem('channel.noAddress');
  if (form.kind !== 'mail') checkUrl(url, allowed);
  // What stands in this address is shown again: a token in it would be too.
  if (form.kind === 'onebot' && (url.search || url.hash))
    throw new Problem('channel.wrongAddress', {
      zh: '不能带参数，access_token 请单独填写',
      en: 'it must hold no parameters; the access_token has a field of its own',
    });
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  try {
    refuseOwnNetwork(url.hostname, port, allowed);
  } catch (error) {
    if (error instanceof OwnNetwork) throw new Problem('channel.ownNetwork', { host: error.host });
    throw error;
  }
  const moved = known !== null && identity !== addressOf(form.kind, known.settings, kept).identity;
  const staying = Object.keys(kept).filter((name) => given[name] === undefined);
  if (moved && staying.length > 0) throw new Problem('channel.secretAgain');
  return {
    name: form.name,
    placeId: form.placeId,
    settings: form.settings,
    host: url.host,
    secrets,
    secretsSet: Object.keys(secrets).map((name) => ({
      name,
      setAt: given[name] === undefined ? (known?.secretsSet.find((one) => one.name === name)?.setAt ?? now) : now,
    })),
    addressKey: addressKeyOf(sealKey, form.kind, identity),
  };
}

function checkUrl(url: URL, allowed: AllowedHosts): void {
  if (!/^https?:$/.test(url.protocol))
    throw new Problem('channel.wrongAddress', { zh: '应以 https:// 开头', en: 'it must begin with https://' });
  if (url.username || url.password)
    throw new Problem('channel.wrongAddress', { zh: '不能含用户名密码', en: 'it must hold no user and password' });
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  if (url.protocol === 'http:' && !isAllowed(allowed, url.hostname, port))
    throw new Problem('channel.wrongAddress', { zh: '应以 https:// 开头', en: 'it must begin with https://' });
}
