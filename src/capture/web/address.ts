import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Address blocks that are not of the public internet (IANA special-purpose registries), and those of metadata services. */
const FORBIDDEN: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];

const forbidden = new BlockList();
for (const [network, prefix] of FORBIDDEN) forbidden.addSubnet(network, prefix, family(network));

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** Whether an address must not be reached: loopback, link-local, private, shared, metadata, reserved; IPv4 inside IPv6 too. */
export function isForbidden(address: string): boolean {
  return isIP(address) === 0 || forbidden.check(address, family(address));
}

/** A host as a URL has it, without brackets and the final dot; lower case. */
export function bareHost(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase();
}

/** A URL's host is refused before anything is looked up: an address that must not be reached, or a name of this machine. */
export function refusedHost(url: URL, allowed: ReadonlySet<string>): string | null {
  const host = bareHost(url.hostname);
  if (isAllowed(host, url.port, allowed)) return null;
  if (isIP(host) !== 0) return isForbidden(host) ? `the address ${host} is not of the public internet` : null;
  if (/^(?:localhost|.*\.localhost|.*\.local|.*\.internal)$/.test(host) || host === '')
    return `the name ${host} is of this machine or network`;
  return null;
}

function isAllowed(host: string, port: string, allowed: ReadonlySet<string>): boolean {
  return allowed.has(host) || allowed.has(`${host}:${port}`);
}

/** Raised by a look-up that led to an address that must not be reached. */
export class ForbiddenAddress extends Error {}

/**
 * A look-up whose answers may be connected to: the connection goes to the very address that was checked, so that a name
 * that answers differently the next time gains nothing. One bad answer refuses the name.
 */
export function checkedLookup(exempt: boolean, resolve: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const bad = exempt ? undefined : found?.find(({ address }) => isForbidden(address));
      const refusal =
        bad &&
        new ForbiddenAddress(`${hostname} leads to ${bad.address}, which is not of the public internet`);
      const [first] = found ?? [];
      if (error || refusal || !first)
        callback(error ?? refusal ?? new Error(`${hostname} has no address`), '', 0);
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}
