/**
 * What the server sends out goes to the outside: an address a user typed must not make it talk to itself or to the office's own machines
 * (server-side request forgery). The check stands where the name is looked up, so that the address that was checked is the one connected to.
 */
import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** IPv4 that is not the public internet (IANA special-purpose registry), and what of IPv6 lies within 2000::/3 and is none of it either. */
const NOT_PUBLIC: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

const notPublic = new BlockList();
for (const [net, prefix, family] of NOT_PUBLIC) notPublic.addSubnet(net, prefix, family);
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** The name leads into the own network, and nothing allows it. */
export class OwnNetwork extends Error {
  override readonly name = 'OwnNetwork';
  readonly host: string;

  constructor(host: string) {
    super(`${host} lies in the own network`);
    this.host = host;
  }
}

/** Hosts that may be in the own network, each as 'host' or 'host:port', as ALLOW_PRIVATE_CHANNELS names them. */
export type AllowedHosts = ReadonlySet<string>;

export function isAllowed(allowed: AllowedHosts, host: string, port: number): boolean {
  const name = withoutBrackets(host).toLowerCase();
  return allowed.has(name) || allowed.has(`${name}:${port}`);
}

export const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Throws OwnNetwork for a literal address of the own network; a name is checked when it is looked up. */
export function refuseOwnNetwork(host: string, port: number, allowed: AllowedHosts): void {
  const name = withoutBrackets(host);
  if (isIP(name) && !isPublicAddress(name) && !isAllowed(allowed, host, port)) throw new OwnNetwork(name);
}

/** A look-up for sockets that answers public addresses only, unless the host is allowed. */
export function guardedLookup(host: string, port: number, allowed: AllowedHosts): LookupFunction {
  const free = isAllowed(allowed, host, port);
  return (name, options, done) => {
    lookUp(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 4);
      const fit = free ? found : found.filter(({ address }) => isPublicAddress(address));
      // One private address among public ones is a trick, not a mistake.
      if (fit.length === 0 || fit.length < found.length) return done(new OwnNetwork(host), '', 4);
      if (options.all) return done(null, fit);
      return done(null, fit[0]!.address, fit[0]!.family);
    });
  };
}
